package io.headlesscrm.segmentation.satisfaction;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Indicator;

class SatisfactionKitTest extends GridKit {

  static final Measure SATISFACTION = Measure.of("satisfaction", "points");
  static final Measure LOYALTY = Measure.of("loyalty", "");

  @Override
  protected SegmentationStrategy strategy() {
    return SatisfactionLoyalty.of(
        Indicator.of(SATISFACTION, "satisfaction", "满意度"),
        Indicator.of(LOYALTY, "loyalty", "忠诚度"),
        Competition.of(0.7));
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase asked =
        Measures.withGaps(base, SATISFACTION, row -> 1 + base.recencyDays(row) % 5);
    return Measures.withGaps(asked, LOYALTY, row -> Measures.noise(base, row, LOYALTY));
  }
}
