package io.headlesscrm.segmentation.value;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;

class ProfitGrowthKitTest extends GridKit {

  @Override
  protected SegmentationStrategy strategy() {
    return ProfitGrowth.of(
        Indicator.of(Measures.PROFIT, "margin", "毛利"),
        CutPoint.at(0),
        Indicator.of(Potential.GROWTH, "growth", "增长"),
        CutPoint.at(0.2));
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase profitable =
        Measures.withGaps(base, Measures.PROFIT, row -> base.spendMinor(row) * 0.125);
    return Measures.withGaps(
        profitable, Potential.GROWTH, row -> 2 * Measures.noise(base, row, Potential.GROWTH) - 1);
  }
}
