package io.headlesscrm.segmentation.loyalty;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.List;

class LoyaltyKitTest extends GridKit {

  private static final Measure SHARE = Measure.of("share of wallet", "");

  @Override
  protected SegmentationStrategy strategy() {
    Indicator behaviour = Indicator.index(
        "behaviour",
        "行为",
        List.of(
            LoyaltyMeasure.REPEAT_PURCHASES.part("", 0, 10),
            LoyaltyMeasure.PRICE_SENSITIVITY.part("points", 1, 5)));
    return LoyaltyQuadrant.of(
            Indicator.of(Attachment.ATTITUDE, "attitude", "态度"),
            CutPoint.middleOf(0, 1),
            behaviour,
            CutPoint.median())
        .withStandardErrors(0.05, 0.1);
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase first =
        Measures.withGaps(base, Attachment.ATTITUDE, row -> Measures.noise(base, row, SHARE));
    CustomerBase second = Measures.withGaps(
        first, LoyaltyMeasure.REPEAT_PURCHASES.measure(""), row -> base.purchases(row) - 1);
    return Measures.withGaps(
        second,
        LoyaltyMeasure.PRICE_SENSITIVITY.measure("points"),
        row -> 1 + base.recencyDays(row) % 5);
  }
}
