package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AbcKitTest extends StrategyKit {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Override
  protected SegmentationStrategy strategy() {
    return Abc.byValue();
  }

  @Test
  void explain_tenThousandCustomers_theDistanceChangesTheClassAndACentLessDoesNot() {
    Random random = new Random(33);
    for (int i = 0; i < 100; i++) {
      CustomerBase base = Bases.of(random(random, 100));
      AbcModel model = Abc.byValue().fit(base);
      for (int row = 0; row < base.size(); row++) {
        BigDecimal value = base.spend(row).toDecimal();
        Segment now = model.segment(base.customer(row), value);
        for (Reason reason : model.segment(base).explain(row).reasons()) {
          if (!reason.key().equals("abc.value")) {
            BigDecimal distance = (BigDecimal) reason.values().get("distance");
            BigDecimal sign = BigDecimal.valueOf(reason.key().equals("abc.up") ? 1 : -1);
            BigDecimal then = value.add(distance.multiply(sign));
            BigDecimal hairLess = then.subtract(CENT.multiply(sign));

            assertThat(model.segment(base.customer(row), then).toReason())
                .isEqualTo(reason.values().get("segment"));
            assertThat(model.segment(base.customer(row), then)).isNotEqualTo(now);
            assertThat(model.segment(base.customer(row), hairLess)).isEqualTo(now);
          }
        }
      }
    }
  }
}
