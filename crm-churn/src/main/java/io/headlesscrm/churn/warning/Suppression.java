package io.headlesscrm.churn.warning;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.interaction.Direction;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who must not be contacted now, and why. It is asked in the order of the list, only until the list is full.
 *
 * <pre>{@code
 * Suppression quiet = Suppression.openComplaint(desk::hasOpenComplaint)
 *     .or(Suppression.openTask(crm, today))
 *     .or(Suppression.contactedWithin(crm, 14, today, zone));
 * }</pre>
 */
@FunctionalInterface
public interface Suppression {

  /**
   * Why a customer is left alone.
   *
   * @param customer any
   * @return empty when it may be contacted
   */
  Optional<Reason> findReason(CustomerId customer);

  /**
   * Nobody is left alone.
   *
   * @return never gives a reason
   */
  static Suppression none() {
    return customer -> Optional.empty();
  }

  /**
   * Customers for whom something holds.
   *
   * @param holds what
   * @param why the reason it gives
   * @return the suppression
   */
  static Suppression when(Predicate<CustomerId> holds, Reason why) {
    requireNonNull(holds, "holds");
    requireNonNull(why, "why");
    return customer -> holds.test(customer) ? Optional.of(why) : Optional.empty();
  }

  /**
   * Customers whose complaint is not answered yet: advice would add insult to injury.
   *
   * @param hasOpenComplaint knows the complaints of the host
   * @return the suppression
   */
  static Suppression openComplaint(Predicate<CustomerId> hasOpenComplaint) {
    return when(hasOpenComplaint, Reason.of("churn.warning.openComplaint"));
  }

  /**
   * Customers for whom somebody is at it already, those of the control group among them. A task that the list of the same
   * date has opened does not count, so that the list comes out the same when it is made again.
   *
   * @param crm where the tasks are
   * @param asOf the date of the list
   * @return the suppression
   */
  static Suppression openTask(Crm crm, LocalDate asOf) {
    return when(
        customer -> crm.care()
            .findOpen(customer, CareTask.RETENTION)
            .filter(task -> !WarningList.isOf(asOf, task))
            .isPresent(),
        Reason.of("churn.warning.openTask"));
  }

  /**
   * Customers to whom the company has turned of late.
   *
   * @param crm where the contacts are
   * @param days before the date of the list, at least 1
   * @param asOf the date of the list; contacts on that day do not count
   * @param zone in which instants are dates
   * @return the suppression
   */
  static Suppression contactedWithin(Crm crm, int days, LocalDate asOf, ZoneId zone) {
    if (days < 1) {
      throw new IllegalArgumentException("days is " + days + ", it must be at least 1");
    }
    Criterion<Interaction> outbound = Interaction.DIRECTION.is(Direction.OUTBOUND.name());
    return when(
        customer -> !crm.storage()
            .log(Interaction.TYPE)
            .list(
                LogQuery.where(
                        Interaction.TYPE.of(crm.customers().resolve(customer)).and(outbound))
                    .since(asOf.minusDays(days).atStartOfDay(zone).toInstant())
                    .before(asOf.atStartOfDay(zone).toInstant()),
                Page.first(1))
            .items()
            .isEmpty(),
        Reason.of("churn.warning.contacted").with("days", days));
  }

  /**
   * This suppression, and where it has no reason another one.
   *
   * @param other asked second
   * @return the two together
   */
  default Suppression or(Suppression other) {
    requireNonNull(other, "other");
    return customer -> findReason(customer).or(() -> other.findReason(customer));
  }
}
