package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.stability.Membership;
import io.headlesscrm.segmentation.stability.MembershipHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose class has changed, and with it the treatment: what a host starts, and what it ends. A history that
 * asks for confirmations keeps customers on a limit from being treated in turns.
 *
 * @param customer who it is
 * @param on the date of the segmentation that moved the customer
 * @param before how the customer was treated until then; null for one who was in no class
 * @param now how it is treated from then on; null for one who is in no class any more
 * @param reasons why it is in its class now; empty when it is in none
 */
public record PolicyChange(
    CustomerId customer,
    LocalDate on,
    @Nullable ClassPolicy before,
    @Nullable ClassPolicy now,
    List<Reason> reasons) {

  public PolicyChange {
    requireNonNull(customer, "customer");
    requireNonNull(on, "on");
    reasons = List.copyOf(reasons);
  }

  /**
   * The changes on or after a date. A move between classes of the same policy is none.
   *
   * @param date the first date that counts
   * @param history of a segmentation by ABC
   * @param policies by class; a class without one is treated like no class
   * @return by date, then by customer
   */
  public static List<PolicyChange> since(
      LocalDate date, MembershipHistory history, Map<Segment, ClassPolicy> policies) {
    List<PolicyChange> changes = new ArrayList<>();
    for (CustomerId customer : history.customers()) {
      @Nullable Membership before = null;
      for (Membership membership : history.of(customer)) {
        addDeparture(changes, customer, before, membership.entered(), policies);
        @Nullable
        ClassPolicy old = before != null && membership.entered().equals(before.left())
            ? policies.get(before.segment())
            : null;
        add(
            changes,
            new PolicyChange(
                customer,
                membership.entered(),
                old,
                policies.get(membership.segment()),
                membership.reasons()));
        before = membership;
      }
      addDeparture(changes, customer, before, null, policies);
    }
    changes.removeIf(change -> change.on().isBefore(date));
    changes.sort(Comparator.comparing(PolicyChange::on).thenComparing(PolicyChange::customer));
    return List.copyOf(changes);
  }

  /** Who left a class and entered none on that day. */
  private static void addDeparture(
      List<PolicyChange> changes,
      CustomerId customer,
      @Nullable Membership last,
      @Nullable LocalDate next,
      Map<Segment, ClassPolicy> policies) {
    LocalDate left = last == null ? null : last.left();
    if (last != null && left != null && !left.equals(next)) {
      add(changes, new PolicyChange(customer, left, policies.get(last.segment()), null, List.of()));
    }
  }

  private static void add(List<PolicyChange> changes, PolicyChange change) {
    boolean same = change.before == null ? change.now == null : change.before.equals(change.now);
    if (!same) {
      changes.add(change);
    }
  }
}
