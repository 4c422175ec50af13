package io.headlesscrm.segmentation.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueMatrixTest {

  private static final Measure WALLET = Measure.of("wallet", "EUR");
  private static final Measure MARGIN = Measure.of("margin", "EUR");

  private static final Indicator POTENTIAL =
      Indicator.index("potential", "潜力", List.of(Part.of(Potential.OPEN_WALLET, 0, 1000)));

  @Test
  void segment_smallVolumeAndHighPotential_isNotInTheBottom() {
    CustomerBase base = Potential.addWallet(
        Bases.amounts(80_000, 70_000, 1_000, 2_000)
            .with(WALLET, new double[] {5_000, 700, 2_000, 20}),
        Indicator.spend(),
        WALLET,
        0.5);
    Segmentation matrix = ValueMatrix.of(
            Indicator.spend(), CutPoint.at(500), POTENTIAL, CutPoint.at(0.5))
        .segment(base);

    assertThat(codes(matrix)).containsExactly("key", "keep", "grow", "watch");
    assertThat(matrix.segment(2).isBetterThan(matrix.segment(1))).isTrue();
    assertThat(matrix.explain(2).text(Locale.ENGLISH))
        .isEqualTo(
            "c: Grow\n- spend: 10.00 EUR (below 500.00 EUR)\n- potential: 0.995 (0.5 or more)\n"
                + "- 490.00 EUR more spend, all else equal, would make it Key\n"
                + "- more than 0.495 less potential, all else equal, would make it Watch\n"
                + "- invest: win the rest of the need, service by service");
  }

  @Test
  void segment_maturityAndQuality_fourCellsWithTreatment() {
    CustomerBase base = Bases.of(List.of(
            Bases.customer("a", 1000, 1, 100),
            Bases.customer("b", 1000, 1, 100),
            Bases.customer("c", 30, 1, 100),
            Bases.customer("d", 30, 1, 100)))
        .with(MARGIN, new double[] {50, 49.99, 50, -3});
    Segmentation cells = ValueMatrix.ofMaturity(
            Indicator.of(Measure.AGE_DAYS, "age", "客龄"),
            CutPoint.at(365),
            Indicator.of(MARGIN),
            CutPoint.at(50))
        .segment(base);

    assertThat(codes(cells))
        .containsExactly("mature-good", "mature-poor", "potential-good", "potential-poor");
    assertThat(cells.explain(1).text(Locale.CHINESE)).contains("b: 普通成熟型客户", "降低服务成本或提高价格");
  }

  /** High growth and low margin: growth comes first, as documented. */
  @Test
  void segment_profitAndGrowth_growthComesFirst() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1, 1)
        .with(MARGIN, new double[] {-10, 900, 900, 10, Double.NaN})
        .with(Potential.GROWTH, new double[] {0.9, 0.9, -0.2, 0, 0.9});
    Segmentation classes = ProfitGrowth.of(
            Indicator.of(MARGIN),
            CutPoint.at(100),
            Indicator.of(Potential.GROWTH, "growth", "增长"),
            CutPoint.at(0.2))
        .segment(base);

    assertThat(codes(classes))
        .containsExactly("growing", "growing", "profitable", "low-profit", "Unassessed");
  }

  @Test
  void addWallet_shareAndRest_cappedAndMissingStaysMissing() {
    CustomerBase base = Potential.addWallet(
        Bases.amounts(5_000, 30_000, 1_000, 1_000)
            .with(WALLET, new double[] {200, 100, Double.NaN, 0}),
        Indicator.spend(),
        WALLET,
        0.4);

    assertThat(base.values(Potential.SHARE_OF_WALLET))
        .containsExactly(0.25, 1, Double.NaN, Double.NaN);
    assertThat(base.values(Potential.OPEN_WALLET)).containsExactly(60, 0, Double.NaN, Double.NaN);
    assertThatThrownBy(() -> Potential.addWallet(base, Indicator.spend(), WALLET, 40))
        .hasMessageContaining("attainable is 40.0");
  }

  /** A customer ships all its air freight here and little of its sea freight: the rest of the need is at sea. */
  @Test
  void addWallet_serviceByService_eachItsOwnShare() {
    Measure air = Measure.of("air freight", "currency");
    Measure sea = Measure.of("sea freight", "currency");
    Measure airWallet = Measure.of("air freight anywhere", "currency");
    Measure seaWallet = Measure.of("sea freight anywhere", "currency");
    CustomerBase base = Bases.amounts(10_000, 5_000)
        .with(air, new double[] {90, 50})
        .with(sea, new double[] {10, 0})
        .with(airWallet, new double[] {80, 200})
        .with(seaWallet, new double[] {100, Double.NaN});

    CustomerBase byAir = Potential.addWallet(base, Indicator.of(air), airWallet, 1);
    CustomerBase bySea = Potential.addWallet(base, Indicator.of(sea), seaWallet, 1);

    assertThat(byAir.values(Potential.SHARE_OF_WALLET)).containsExactly(1, 0.25);
    assertThat(byAir.values(Potential.OPEN_WALLET)).containsExactly(0, 150);
    assertThat(bySea.values(Potential.SHARE_OF_WALLET)).containsExactly(0.1, Double.NaN);
    assertThat(bySea.values(Potential.OPEN_WALLET)).containsExactly(90, Double.NaN);
  }

  @Test
  void addGrowth_twoSpans_fromStoppedToBegun() {
    LocalDate asOf = LocalDate.of(2026, 7, 1);
    PurchaseLog log = PurchaseLogBuilder.of(Bases.EUR)
        .add(CustomerId.of("began"), asOf.minusDays(1), Money.of("10.00", "EUR"))
        .add(CustomerId.of("grew"), asOf.minusDays(30), Money.of("30.00", "EUR"))
        .add(CustomerId.of("grew"), asOf.minusDays(31), Money.of("10.00", "EUR"))
        .add(CustomerId.of("old"), asOf.minusDays(61), Money.of("10.00", "EUR"))
        .add(CustomerId.of("stopped"), asOf.minusDays(60), Money.of("10.00", "EUR"))
        .build();

    assertThat(Potential.addGrowth(log.asOf(asOf), log, 30).values(Potential.GROWTH))
        .containsExactly(1, 0.5, Double.NaN, -1);
  }

  private static List<String> codes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(row -> segments.segment(row).code())
        .toList();
  }
}
