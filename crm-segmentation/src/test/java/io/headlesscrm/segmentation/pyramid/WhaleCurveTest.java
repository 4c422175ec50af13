package io.headlesscrm.segmentation.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.SharedData;
import io.headlesscrm.segmentation.grid.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhaleCurveTest {

  private static final String ORACLE = "oracle/online_retail_whale_curve_net_customers.csv.gz";

  /** The bound of the rounding error of 4,372 doubles that are added one by one, as pandas adds; ours are exact. */
  private static final double SUMMED = 4372 * 0x1p-53;

  @Test
  void of_netSalesOfOnlineRetail_equalsPandasCustomerByCustomer() {
    WhaleCurve curve = WhaleCurve.of(OnlineRetail.netBase(), Indicator.spend());
    List<Double> values = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    SharedData.forEachRow(ORACLE, row -> {
      values.add(new BigDecimal(row.getField("value")).setScale(2).doubleValue());
      shares.add(Double.parseDouble(row.getField("cum_share")));
    });

    assertThat(curve.size()).isEqualTo(4372).isEqualTo(shares.size());
    for (int i = 0; i < shares.size(); i++) {
      Contribution ranked = curve.ranked(i + 1);
      assertThat(ranked.value()).isEqualTo(values.get(i));
      assertThat(ranked.cumulativeShare()).isCloseTo(shares.get(i), within(SUMMED));
    }
  }

  @Test
  void of_netSalesOfOnlineRetail_peakOf100Point16AtCustomer4317() {
    WhaleCurve curve = WhaleCurve.of(OnlineRetail.netBase(), Indicator.spend());

    assertThat(curve.peakAt()).isEqualTo(4317);
    assertThat(curve.peakShare()).isCloseTo(1.001593859651577, within(SUMMED));
    assertThat(curve.peak()).isEqualTo(8_313_294.95);
    assertThat(curve.total()).isEqualTo(8_300_065.81);
    assertThat(curve.lossMakers()).isEqualTo(41);
    assertThat(curve.losses()).hasSize(41).first().isEqualTo(curve.ranked(4372).customer());
    assertThat(curve).hasToString("peak of 100.16 % at 4317 of 4372 customers");
  }

  @Test
  void statements_salesOfOnlineRetail_theTopFifthBrings74Point6() {
    WhaleCurve curve = WhaleCurve.of(OnlineRetail.base(), Indicator.spend());

    assertThat(curve.topShare(0.2)).isCloseTo(0.7459402694382331, within(SUMMED));
    assertThat(curve.customersFor(0.8)).isEqualTo(1133);
    assertThat(curve.statements().get(0))
        .hasToString("the top 20% of the customers bring 74.6% of the total");
    assertThat(curve.statements().get(0).text(Locale.CHINESE)).isEqualTo("前 20% 的客户贡献了总额的 74.6%");
  }

  /** The source's sentence: a fifth makes 80 of 100, the loss makers consume half of it. */
  @Test
  void erosion_lossMakersConsumeHalf_oneHalf() {
    CustomerBase base = Bases.amounts(4000, 4000, 400, 400, 300, 300, 300, 300, -2500, -2500);
    WhaleCurve curve = WhaleCurve.of(base, Indicator.spend());

    assertThat(curve.topShare(0.2)).isEqualTo(80.0 / 50);
    assertThat(curve.peak()).isEqualTo(100);
    assertThat(curve.peakAt()).isEqualTo(8);
    assertThat(curve.total()).isEqualTo(50);
    assertThat(curve.erosion()).isEqualTo(0.5);
    // the other reading: of the 80 that the top fifth brings, 50 are left
    assertThat(curve.erosionOfTop(0.2)).isEqualTo(0.375);
    assertThat(curve.losses()).containsExactly(CustomerId.of("j"), CustomerId.of("i"));
    assertThat(curve.bottomShare(0.3)).isEqualTo((3 - 50) / 50.0);
    assertThat(curve.statements())
        .extracting(Object::toString)
        .containsExactly(
            "the top 20% of the customers bring 160.0% of the total",
            "the bottom 30% of the customers cost 94.0% of the total",
            "the peak is 200.00% of the total, reached after 8 of 10 customers; the others consume"
                + " 50.00% of it");
  }

  @Test
  void topShare_builtSetAndUniformOne_eightyAndTwenty() {
    WhaleCurve built = WhaleCurve.of(
        Bases.amounts(4000, 4000, 250, 250, 250, 250, 250, 250, 250, 250), Indicator.spend());
    WhaleCurve uniform =
        WhaleCurve.of(Bases.amounts(7, 7, 7, 7, 7, 7, 7, 7, 7, 7), Indicator.spend());

    assertThat(built.topShare(0.2)).isEqualTo(0.8);
    assertThat(built.customersFor(0.8)).isEqualTo(2);
    assertThat(uniform.topShare(0.2)).isEqualTo(0.2);
    assertThat(uniform.customersFor(0.8)).isEqualTo(8);
    assertThat(uniform.erosion()).isZero();
  }

  @Test
  void points_anyCurve_fromNothingToAllWithThePeak() {
    WhaleCurve curve = WhaleCurve.of(Bases.amounts(500, 300, 100, -100), Indicator.spend());

    assertThat(curve.points(2))
        .containsExactly(
            new CurvePoint(0, 0),
            new CurvePoint(0.5, 1),
            new CurvePoint(0.75, 1.125),
            new CurvePoint(1, 1));
    assertThatThrownBy(() -> curve.points(0)).hasMessageContaining("steps is 0");
    assertThatThrownBy(() -> curve.topShare(20)).hasMessageContaining("Maybe 0.2");
  }

  @Test
  void of_nobodyOrOnlyLosses_noShares() {
    WhaleCurve nobody = WhaleCurve.of(Bases.of(List.of()), Indicator.spend());
    WhaleCurve losses = WhaleCurve.of(Bases.amounts(-100, -200), Indicator.spend());

    assertThat(nobody.topShare(0.2)).isNaN();
    assertThat(nobody.peakAt()).isZero();
    assertThat(nobody.statements()).isEmpty();
    assertThat(losses.erosion()).isNaN();
    assertThat(losses.total()).isEqualTo(-3);
    assertThat(losses.statements()).isEmpty();
  }

  @Test
  void of_missingContribution_leftOutAndCounted() {
    Measure profit = Measure.of("profit", "EUR");
    CustomerBase base = Bases.amounts(1, 1, 1).with(profit, new double[] {0.8, Double.NaN, 0.2});
    WhaleCurve curve = WhaleCurve.of(base, Indicator.of(profit));

    assertThat(curve.size()).isEqualTo(2);
    assertThat(curve.missing()).isEqualTo(1);
    assertThat(curve.topShare(0.5)).isEqualTo(0.8);
  }
}
