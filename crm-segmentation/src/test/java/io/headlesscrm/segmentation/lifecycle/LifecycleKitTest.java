package io.headlesscrm.segmentation.lifecycle;

import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;

class LifecycleKitTest extends StrategyKit {

  @Override
  protected SegmentationStrategy strategy() {
    return Lifecycle.standard();
  }
}
