package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The dry run of an erasure: what it would do to each type. Immutable. */
public final class ErasurePlan {

  private final Eraser eraser;
  private final Set<CustomerId> customers;
  private final List<ErasureSteps<?>> steps;

  ErasurePlan(Eraser eraser, Set<CustomerId> customers, List<ErasureSteps<?>> steps) {
    this.eraser = eraser;
    this.customers = customers;
    this.steps = List.copyOf(steps);
  }

  /**
   * Who would be erased.
   *
   * @return the customer's id first, then those that were merged into it
   */
  public Set<CustomerId> customers() {
    return customers;
  }

  /**
   * How many values of each type would be anonymised, deleted and retained.
   *
   * @return the types in the order of the registry, without those of which there are none
   */
  public List<TypeErasure> counts() {
    return steps.stream()
        .map(ErasureSteps::summary)
        .filter(type -> !type.isEmpty())
        .toList();
  }

  /**
   * Erases in one unit of work, exactly as planned, then searches everything for what should be gone.
   *
   * @param id new; names the tombstone
   * @param reason why, without personal data
   * @param by who erases
   * @param at when
   * @return refused when anything of it changed since, or when the id is taken
   */
  public ErasureOutcome apply(ErasureId id, Reason reason, ActorId by, Instant at) {
    return eraser.make(
        this,
        requireNonNull(id, "id"),
        requireNonNull(reason, "reason"),
        requireNonNull(by, "by"),
        requireNonNull(at, "at"));
  }

  List<ErasureSteps<?>> steps() {
    return steps;
  }
}
