package io.headlesscrm.segmentation.value;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import java.util.List;

class ValueMatrixKitTest extends GridKit {

  private static final Measure INTEREST = Measure.of("interest", "enquiries");

  @Override
  protected SegmentationStrategy strategy() {
    Indicator potential = Indicator.index(
        "potential",
        "潜力",
        List.of(Part.of(Potential.SHARE_OF_WALLET, 1, 0), Part.of(INTEREST, 0, 5)));
    return ValueMatrix.of(Indicator.spend(), CutPoint.quantile(0.8), potential, CutPoint.median());
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase interested = Measures.withGaps(
        base, INTEREST, row -> Math.floor(6 * Measures.noise(base, row, INTEREST)));
    return Measures.withGaps(
        interested,
        Potential.SHARE_OF_WALLET,
        row -> Measures.noise(base, row, Potential.SHARE_OF_WALLET));
  }
}
