package io.headlesscrm.segmentation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.value.ProfitGrowth;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Measure X = Measure.of("x", "");
  private static final Measure Y = Measure.of("y", "");

  private static Segmentation cells(CustomerBase base, Measure one, Measure other) {
    return ValueMatrix.of(
            Indicator.of(one), CutPoint.at(0.5), Indicator.of(other), CutPoint.at(0.5))
        .segment(base);
  }

  /** The example of Hubert and Arabie's form by hand: {a b c} {d e f} against {a b} {c d} {e f}. */
  @Test
  void adjustedRand_sixCustomers_byHand() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1, 1, 1)
        .with(X, new double[] {1, 1, 1, 0, 0, 0})
        .with(Y, new double[] {0.9, 0.9, 0.4, 0.4, 0.1, 0.1});
    Segmentation two = cells(base, X, X);
    Segmentation three = ProfitGrowth.of(
            Indicator.of(Y), CutPoint.at(0.2), Indicator.of(Y), CutPoint.at(0.5))
        .segment(base);
    CrossTabulation table = CrossTabulation.of(two, three);

    // pairs together in both 2, in the one 6, in the other 3, of 15: (2 - 1.2) / (4.5 - 1.2)
    assertThat(table.adjustedRand()).isCloseTo(0.8 / 3.3, within(1e-15));
    assertThat(table.size()).isEqualTo(6);
    assertThat(table.count(table.rows().get(0), table.columns().get(0))).isEqualTo(2);
    assertThat(CrossTabulation.of(two, two).adjustedRand()).isEqualTo(1);
    assertThatThrownBy(() -> table.count(Segment.UNASSESSED, table.rows().get(0)))
        .hasMessageContaining("swapped");
  }

  @Test
  void adjustedRand_independentHalves_aboutZero() {
    Random random = new Random(6);
    CustomerBase base = Bases.amounts(new long[2_000]);
    CustomerBase filled = base.with(X, random.doubles(base.size()).toArray())
        .with(Y, random.doubles(base.size()).toArray());

    assertThat(CrossTabulation.of(cells(filled, X, X), cells(filled, Y, Y)).adjustedRand())
        .isCloseTo(0, within(0.05));
    assertThat(CrossTabulation.of(cells(one(), X, X), cells(one(), X, X)).adjustedRand())
        .isEqualTo(1);
  }

  private static CustomerBase one() {
    return Bases.amounts(1).with(X, new double[] {1});
  }

  /** ABC by value says more about the spend of the next three months than the stages of life, which know no amounts. */
  @Test
  void futureValue_onlineRetailHoldOut_amountsSeparateAmounts() {
    PurchaseLog log = OnlineRetail.log();
    LocalDate cut = LocalDate.of(2011, 9, 1);
    CustomerBase base = log.asOf(cut);
    CustomerBase later =
        log.within(new ObservationWindow(cut, OnlineRetail.AS_OF), ReturnsPolicy.SALES);

    FutureValue classes =
        FutureValue.of(Abc.builder().limits(20, 50, 80, 95).build().segment(base), later);
    FutureValue stages = FutureValue.of(Lifecycle.standard().segment(base), later);

    assertThat(classes.customers()).isEqualTo(base.size());
    assertThat(classes.explained()).isGreaterThan(stages.explained()).isLessThan(1);
  }

  @Test
  void futureValue_segmentsThatAreTheValue_everythingExplained() {
    CustomerBase base = Bases.amounts(100, 100, 900, 900, 100, 100, 900, 900);
    Segmentation perfect = ValueMatrix.of(
            Indicator.spend(), CutPoint.at(5), Indicator.spend(), CutPoint.at(5))
        .segment(base);

    assertThat(FutureValue.of(perfect, base).explained()).isEqualTo(1);
    assertThat(FutureValue.of(perfect, Bases.of(List.of())).explained()).isNaN();
  }
}
