package io.headlesscrm.segmentation.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** ABC crossed with XYZ. */
class CrossingKitTest extends StrategyKit {

  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  @Override
  protected SegmentationStrategy strategy() {
    return Crossing.of(Abc.byValue(), DemandRegularity.standard());
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    return Measures.withGaps(
        base,
        DemandRegularity.VARIATION,
        row -> 2 * Measures.noise(base, row, DemandRegularity.VARIATION));
  }

  /** Spends by month, the latest first: 10 10 10 10; 15 5 15 5; 40 0 0 0; the new one has a month only. */
  @Test
  void segment_abcTimesXyz_byHand() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR);
    add(log, "new", 12);
    add(log, "sporadic", 40, 0, 0, 0.01);
    add(log, "steady", 10, 10, 10, 10);
    add(log, "waves", 15, 5, 15, 5);
    PurchaseLog built = log.build();
    CustomerBase base = DemandRegularity.addVariation(built.asOf(AS_OF), built, 30, 4);
    Segmentation cells = Crossing.of(
            Abc.builder().limits(35, 95).build(), DemandRegularity.standard())
        .segment(base);

    assertThat(base.value(DemandRegularity.VARIATION, 2)).isZero();
    assertThat(base.value(DemandRegularity.VARIATION, 3)).isEqualTo(0.5);
    assertThat(base.value(DemandRegularity.VARIATION, 1)).isCloseTo(Math.sqrt(3), within(1e-3));
    assertThat(base.value(DemandRegularity.VARIATION, 0)).isNaN();
    // 40.01 of 132.01 is 30.3 %, 80.01 is 60.6 %, 120.01 is 90.9 %
    assertThat(IntStream.range(0, 4).mapToObj(row -> cells.segment(row).code()))
        .containsExactly("Unassessed", "AZ", "BX", "BX");
    assertThat(cells.explain(1).toString()).contains("class A").contains("demand variation: 1.73");
    assertThat(cells.model().segments()).hasSize(10);
    assertThatThrownBy(() -> DemandRegularity.addVariation(base, built, 30, 1))
        .hasMessageContaining("1 periods of 30 days");
    assertThatThrownBy(() -> DemandRegularity.of(1, 0.5)).hasMessageContaining("Maybe 0.5 and 1");
  }

  private static void add(PurchaseLogBuilder log, String customer, double... byMonth) {
    for (int month = 0; month < byMonth.length; month++) {
      if (byMonth[month] > 0) {
        log.add(
            CustomerId.of(customer),
            AS_OF.minusDays(1 + 30L * month),
            new Money(Math.round(byMonth[month] * 100), Bases.EUR));
      }
    }
  }
}
