package io.headlesscrm.segmentation.loyalty;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;

class AttachmentKitTest extends GridKit {

  private static final Measure STRENGTH = Measure.of("strength", "points");
  private static final Measure DIFFERENCE = Measure.of("differentiation", "points");

  @Override
  protected SegmentationStrategy strategy() {
    return Attachment.of(
        Indicator.of(STRENGTH, "strength", "喜好程度"),
        CutPoint.at(3),
        Indicator.of(DIFFERENCE, "differentiation", "差异化程度"),
        CutPoint.quantile(0.6));
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase first =
        Measures.withGaps(base, STRENGTH, row -> 1 + 4 * Measures.noise(base, row, STRENGTH));
    return Measures.withGaps(
        first, DIFFERENCE, row -> 1 + 4 * Measures.noise(base, row, DIFFERENCE));
  }
}
