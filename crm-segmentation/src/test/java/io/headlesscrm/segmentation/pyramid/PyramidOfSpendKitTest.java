package io.headlesscrm.segmentation.pyramid;

import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Indicator;

class PyramidOfSpendKitTest extends GridKit {

  @Override
  protected SegmentationStrategy strategy() {
    return Pyramid.builder(Indicator.spend()).shareOfValue(50, 80, 95).layers().build();
  }
}
