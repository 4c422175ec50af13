package io.headlesscrm.segmentation.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrientationKitTest extends StrategyKit {

  private static final Measure DISCOUNTS = Measure.of("share bought at a discount", "");
  private static final Measure EXPRESS = Measure.of("share of express", "");
  private static final Measure PREMIUM = Measure.of("share of premium goods", "");
  private static final List<Measure> ALL = List.of(DISCOUNTS, EXPRESS, PREMIUM);

  private static Orientation orientation() {
    return Orientation.of(
        Indicator.index("price", "价格", List.of(Part.of(DISCOUNTS, 0, 1))),
        Indicator.index("service", "服务", List.of(Part.of(EXPRESS, 0, 1))),
        Indicator.index("product", "产品", List.of(Part.of(PREMIUM, 0, 1))),
        0.125);
  }

  @Override
  protected SegmentationStrategy strategy() {
    return orientation();
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    CustomerBase prepared = base;
    for (Measure measure : ALL) {
      prepared = Measures.withGaps(prepared, measure, row -> Measures.noise(base, row, measure));
    }
    return prepared;
  }

  @Test
  void segment_builtCustomersOfEachType_found() {
    CustomerBase base = base(new double[][] {
      {0.9, 0.2, 0.1}, {0.1, 0.8, 0.3}, {0, 0.1, 0.225}, {0.5, 0.5, 0.1}, {0.5, 0.4, 0.1}
    });
    OrientationModel model = orientation().fit(base);
    Segmentation types = model.segment(base);

    assertThat(IntStream.range(0, 5).mapToObj(row -> types.segment(row).code()))
        .containsExactly("price", "service", "product", "mixed", "mixed");
    assertThat(model.lead(base, 0)).isEqualTo(0.7);
    assertThat(model.lead(base, 3)).isZero();
    assertThat(types.explain(1).toString())
        .contains("the highest leads by 0.5")
        .contains("0.825 more price, all else equal, would make it Price-sensitive")
        .contains("tracking");
    assertThatThrownBy(
            () -> Orientation.of(Indicator.spend(), Indicator.spend(), Indicator.spend(), 0))
        .hasMessageContaining("minLead is 0.0");
  }

  private static CustomerBase base(double[][] values) {
    CustomerBase base = Bases.amounts(new long[values.length]);
    for (int i = 0; i < ALL.size(); i++) {
      double[] column = new double[values.length];
      for (int row = 0; row < column.length; row++) {
        column[row] = values[row][i];
      }
      base = base.with(ALL.get(i), column);
    }
    return base;
  }

  /** The needed value makes the type, a hair less does not. */
  @Test
  void explain_tenThousandRandomCustomers_neededValueIsExact() {
    Random random = new Random(9);
    OrientationModel model = orientation().fit(Bases.of(List.of()));
    for (int i = 0; i < 10_000; i++) {
      double[] values = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      for (Reason reason :
          model.segment(base(new double[][] {values})).explain(0).reasons()) {
        if (reason.key().equals("orientation.up")) {
          int axis = List.of("price", "service", "product")
              .indexOf(((Reason) reason.values().get("indicator")).values().get("en"));
          double needed = (Double) reason.values().get("needed");
          if (needed <= 1) {
            assertThat(typed(model, values, axis, needed)).isEqualTo(axis);
            assertThat(typed(model, values, axis, Math.nextDown(needed))).isNotEqualTo(axis);
          }
        }
      }
    }
  }

  private static int typed(OrientationModel model, double[] values, int axis, double value) {
    double[] changed = values.clone();
    changed[axis] = value;
    return model
        .segments()
        .indexOf(model.segment(base(new double[][] {changed})).segment(0));
  }
}
