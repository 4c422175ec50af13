package io.headlesscrm.churn.warning;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.crm.CareOpening;
import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.care.CareTask;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is worth a contact, in this order.
 *
 * @param asOf the first day that did not count
 * @param horizon how far the probabilities look ahead
 * @param currency of all values
 * @param candidates how many could have been on the list
 * @param warnings the largest value at risk first, the control group among them
 * @param suppressed who would have been on the list and is left alone for a reason, in the same order
 */
public record WarningList(
    LocalDate asOf,
    Horizon horizon,
    Currency currency,
    int candidates,
    List<Warning> warnings,
    List<Suppressed> suppressed) {

  public WarningList {
    requireNonNull(asOf, "asOf");
    requireNonNull(horizon, "horizon");
    requireNonNull(currency, "currency");
    warnings = List.copyOf(warnings);
    suppressed = List.copyOf(suppressed);
  }

  /**
   * A customer who is left alone for a reason.
   *
   * @param customer who
   * @param reason why
   */
  public record Suppressed(CustomerId customer, Reason reason) {

    public Suppressed {
      requireNonNull(customer, "customer");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * What was written.
   *
   * @param opened new tasks, in the order of the list
   * @param known tasks that were there before and stood in the way of one of the list
   */
  public record Written(List<CareTask> opened, List<CareTask> known) {

    public Written {
      opened = List.copyOf(opened);
      known = List.copyOf(known);
    }
  }

  /**
   * Who is to be contacted.
   *
   * @return the list without the control group
   */
  public List<Warning> contacts() {
    return warnings.stream().filter(warning -> !warning.control()).toList();
  }

  /**
   * The warning of a customer.
   *
   * @param customer any
   * @return empty when it is not on the list
   */
  public Optional<Warning> findWarning(CustomerId customer) {
    return warnings.stream().filter(one -> one.customer().equals(customer)).findFirst();
  }

  /**
   * Opens a task of retention for everybody on the list, in the hands of the customer's owner where it has one; for the
   * control group one that nobody may touch, so that later the two can be compared. The same list twice is written once,
   * and so is another one of the same date as far as it names the same customers. Each task is a unit of its own.
   *
   * @param crm where to
   * @param due the last day on which the first contact is in time
   * @param by who does it
   * @return what was written
   * @throws IllegalArgumentException when a customer is not registered
   */
  public Written writeTo(Crm crm, LocalDate due, Attribution by) {
    List<CareTask> opened = new ArrayList<>();
    List<CareTask> known = new ArrayList<>();
    for (Warning warning : warnings) {
      CareOpening opening = crm.care().open(task(crm, warning, due, by));
      (opening instanceof CareOpening.Opened ? opened : known).add(opening.task());
    }
    return new Written(opened, known);
  }

  private CareTask task(Crm crm, Warning warning, LocalDate due, Attribution by) {
    CareTask task = CareTask.open(
        prefix(asOf) + hashed(warning.customer()),
        warning.customer(),
        CareTask.RETENTION,
        warning.reasons(),
        due,
        by);
    if (warning.control()) {
      return task.asControl();
    }
    Optional<ActorId> owner = crm.owners().findOwner(warning.customer(), asOf);
    return owner.map(task::withOwner).orElse(task);
  }

  /** Whether the list of a date has opened a task. */
  static boolean isOf(LocalDate asOf, CareTask task) {
    return task.id().startsWith(prefix(asOf));
  }

  private static String prefix(LocalDate asOf) {
    return CareTask.RETENTION + "-" + asOf + "-";
  }

  /** The id of a task outlives a merge and an erasure of its customer, so it does not carry the customer's. */
  private static UUID hashed(CustomerId customer) {
    return UUID.nameUUIDFromBytes(customer.value().getBytes(StandardCharsets.UTF_8));
  }
}
