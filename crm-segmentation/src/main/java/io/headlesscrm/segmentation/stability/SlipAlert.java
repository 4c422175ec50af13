package io.headlesscrm.segmentation.stability;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a watched segment, such as class A, who is worse off than before.
 *
 * @param customer who it is
 * @param from the watched segment
 * @param to the segment now, of lower rank; null when the customer is gone
 * @param spend what the customer had spent as of the first date
 * @param reasons why: the move first, then the explanation of the segment now
 */
public record SlipAlert(
    CustomerId customer, Segment from, @Nullable Segment to, Money spend, List<Reason> reasons) {

  public SlipAlert {
    requireNonNull(customer, "customer");
    requireNonNull(from, "from");
    requireNonNull(spend, "spend");
    reasons = List.copyOf(reasons);
  }

  /**
   * The customers of the best segment who slipped.
   *
   * @param before of the first date
   * @param after of the second date, of the same kind of segments
   * @return those who spent most first, ties by id
   */
  public static List<SlipAlert> of(Segmentation before, Segmentation after) {
    List<Segment> best = before.model().segments().stream()
        .max(Comparator.comparingInt(Segment::rank))
        .filter(segment -> segment.rank() > 0)
        .stream()
        .toList();
    return of(before, after, best);
  }

  /**
   * The customers of watched segments who slipped.
   *
   * @param before of the first date
   * @param after of the second date, of the same kind of segments
   * @param watched the segments that matter; a segment without a rank can only be slipped from by going
   * @return those who spent most first, ties by id
   */
  public static List<SlipAlert> of(Segmentation before, Segmentation after, List<Segment> watched) {
    List<SlipAlert> alerts = new ArrayList<>();
    for (int row = 0; row < before.size(); row++) {
      if (watched.contains(before.segment(row))) {
        add(before, row, after, alerts);
      }
    }
    alerts.sort(Comparator.comparingLong((SlipAlert alert) -> -alert.spend().minorUnits())
        .thenComparing(SlipAlert::customer));
    return alerts;
  }

  private static void add(
      Segmentation before, int row, Segmentation after, List<SlipAlert> alerts) {
    CustomerId customer = before.base().customer(row);
    Segment from = before.segment(row);
    Money spend = before.base().spend(row);
    OptionalInt later = after.base().findRow(customer);
    if (later.isEmpty()) {
      Reason gone = Reason.of("stability.gone").withValue("from", from.toReason());
      alerts.add(new SlipAlert(customer, from, null, spend, List.of(gone)));
      return;
    }
    Segment to = after.segment(later.getAsInt());
    if (from.isBetterThan(to)) {
      List<Reason> reasons = new ArrayList<>();
      reasons.add(Reason.of("stability.slipped")
          .withValue("from", from.toReason())
          .withValue("to", to.toReason())
          .withValue("date", after.base().asOf()));
      reasons.addAll(after.explain(later.getAsInt()).reasons());
      alerts.add(new SlipAlert(customer, from, to, spend, reasons));
    }
  }
}
