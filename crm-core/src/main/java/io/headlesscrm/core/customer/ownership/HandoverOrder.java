package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who shall hand over what to whom.
 *
 * <pre>{@code
 * HandoverOrder.of(leaver, successor, monday, "left the company", boss);
 * HandoverOrder.of(lin, wu, monday, "on leave", boss).until(nextMonday).ofCustomers(portfolio);
 * }</pre>
 *
 * @param from who hands over
 * @param to who takes over; another one
 * @param day the first day in the new hands
 * @param until when a substitute gives back; null: never
 * @param reason why
 * @param by who decided
 * @param customers only what belongs to one of these; null: everything
 * @param types only types of these names; null: every type
 */
public record HandoverOrder(
    ActorId from,
    ActorId to,
    LocalDate day,
    @Nullable LocalDate until,
    String reason,
    ActorId by,
    @Nullable Set<CustomerId> customers,
    @Nullable Set<String> types) {

  public HandoverOrder {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(day, "day");
    requireNonNull(reason, "reason");
    requireNonNull(by, "by");
    customers = customers == null ? null : Set.copyOf(customers);
    types = types == null ? null : Set.copyOf(types);
    if (from.equals(to)) {
      throw new IllegalArgumentException("actor " + from
          + " hands over to itself, it must be another one. Maybe the two fields were mixed up?");
    }
    if (until != null && !until.isAfter(day)) {
      throw new IllegalArgumentException("a substitute gives back on " + until
          + ", it must be after " + day + ". Maybe the two are swapped?");
    }
  }

  /**
   * Everything, for good.
   *
   * @param from who hands over
   * @param to who takes over
   * @param day the first day in the new hands
   * @param reason why
   * @param by who decided
   * @return the order
   */
  public static HandoverOrder of(
      ActorId from, ActorId to, LocalDate day, String reason, ActorId by) {
    return new HandoverOrder(from, to, day, null, reason, by, null, null);
  }

  /**
   * For the time of an absence.
   *
   * @param end the day on which the substitute gives back
   * @return a copy
   */
  public HandoverOrder until(LocalDate end) {
    return new HandoverOrder(
        from, to, day, requireNonNull(end, "end"), reason, by, customers, types);
  }

  /**
   * Only what belongs to some customers.
   *
   * @param some of whom
   * @return a copy
   */
  public HandoverOrder ofCustomers(Collection<CustomerId> some) {
    return new HandoverOrder(from, to, day, until, reason, by, Set.copyOf(some), types);
  }

  /**
   * Only some types.
   *
   * @param names of the types
   * @return a copy
   */
  public HandoverOrder ofTypes(Collection<String> names) {
    return new HandoverOrder(from, to, day, until, reason, by, customers, Set.copyOf(names));
  }

  boolean covers(Collection<CustomerId> targets) {
    return customers == null || targets.stream().anyMatch(customers::contains);
  }

  boolean coversType(String name) {
    return types == null || types.contains(name);
  }
}
