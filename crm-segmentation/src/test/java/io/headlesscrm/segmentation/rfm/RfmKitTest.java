package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RfmKitTest extends StrategyKit {

  @Override
  protected SegmentationStrategy strategy() {
    return Rfm.quintiles();
  }

  /** The scores of a customer by values. */
  interface Scoring {
    Segment segment(CustomerId customer, long days, long purchases, long cents);
  }

  @Test
  void explain_tenThousandCustomers_theDistanceChangesTheSegmentAndAHairLessDoesNot() {
    Random random = new Random(31);
    for (int i = 0; i < 100; i++) {
      CustomerBase base = Bases.of(random(random, 100));
      RfmModel model = Rfm.quintiles().fit(base);
      Scoring scoring = (customer, days, purchases, cents) ->
          model.segment(model.score(customer, days, purchases, cents));
      for (int row = 0; row < base.size(); row++) {
        for (Reason reason : model.segment(base).explain(row).reasons()) {
          assertMoves(scoring, base, row, reason);
        }
      }
    }
  }

  static void assertMoves(Scoring scoring, CustomerBase base, int row, Reason reason) {
    switch (reason.key()) {
      case "rfm.up.recency" ->
        assertMoves(scoring, base, row, reason, -whole(reason), 0, 0, 1, 0, 0);
      case "rfm.up.frequency" ->
        assertMoves(scoring, base, row, reason, 0, whole(reason), 0, 0, -1, 0);
      case "rfm.up.monetary" -> {
        BigDecimal distance = (BigDecimal) reason.values().get("distance");
        long cents = distance.movePointRight(2).longValueExact();
        assertMoves(scoring, base, row, reason, 0, 0, cents, 0, 0, -1);
      }
      case "rfm.down.recency" ->
        assertMoves(scoring, base, row, reason, whole(reason), 0, 0, -1, 0, 0);
      default -> assertThat(reason.key()).isIn("rfm.recency", "rfm.frequency", "rfm.monetary");
    }
  }

  private static long whole(Reason reason) {
    return (Long) reason.values().get("distance");
  }

  private static void assertMoves(
      Scoring scoring,
      CustomerBase base,
      int row,
      Reason reason,
      long days,
      long purchases,
      long cents,
      int hairDays,
      int hairPurchases,
      int hairCents) {
    CustomerId customer = base.customer(row);
    long d = base.recencyDays(row);
    long f = base.purchases(row);
    long m = base.spendMinor(row);
    Segment now = scoring.segment(customer, d, f, m);
    Segment then = scoring.segment(customer, d + days, f + purchases, m + cents);
    Segment hairLess = scoring.segment(
        customer, d + days + hairDays, f + purchases + hairPurchases, m + cents + hairCents);
    boolean isUp = reason.key().startsWith("rfm.up");

    assertThat(then.toReason()).isEqualTo(reason.values().get("segment"));
    assertThat(isUp ? then.isBetterThan(now) : now.isBetterThan(then)).isTrue();
    assertThat(isUp ? hairLess.isBetterThan(now) : now.isBetterThan(hairLess)).isFalse();
  }
}
