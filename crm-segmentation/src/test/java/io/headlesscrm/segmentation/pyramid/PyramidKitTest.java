package io.headlesscrm.segmentation.pyramid;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Indicator;

class PyramidKitTest extends GridKit {

  @Override
  protected SegmentationStrategy strategy() {
    return Pyramid.of(Indicator.of(Measures.PROFIT));
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    return Measures.withGaps(base, Measures.PROFIT, row -> base.spendMinor(row) * 0.25);
  }
}
