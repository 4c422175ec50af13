package io.headlesscrm.churn.covariate;

import static io.headlesscrm.churn.covariate.MadeUp.CONTRACT;
import static io.headlesscrm.churn.covariate.MadeUp.DISTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CovariateModelTest {

  private static final List<CovariateColumn> COLUMNS =
      List.of(new CovariateColumn(CONTRACT, 0.25, 0.4), new CovariateColumn(DISTANCE, 3, 2));

  private static final BgNbd BG = BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426);

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Histories.any();
  }

  private static CovariateModel model(CovariateEffect... effects) {
    return CovariateModel.of(BG, COLUMNS, List.of(effects));
  }

  /** alpha0 e^(-g1 z), a0 e^(g2 z), b0 e^(g3 z), alpha0 and the others those of the average customer. */
  @Test
  void at_coefficients_moveTheParameters() {
    CovariateModel model = model(
        CovariateEffect.of(CONTRACT, "alpha", 0.5),
        CovariateEffect.of(DISTANCE, "alpha", -0.1),
        CovariateEffect.of(DISTANCE, "a", 0.2),
        CovariateEffect.of(CONTRACT, "b", 0.3));
    Map<String, Double> parameters = model.at(1, 5).parameters();

    assertThat(parameters.get("r")).isEqualTo(0.243);
    assertThat(parameters.get("alpha"))
        .isCloseTo(4.414 * Math.exp(-0.5 * 0.75 + 0.1 * 2), within(1e-12));
    assertThat(parameters.get("a")).isCloseTo(0.793 * Math.exp(0.2 * 2), within(1e-12));
    assertThat(parameters.get("b")).isCloseTo(2.426 * Math.exp(0.3 * 0.75), within(1e-12));
    assertThat(model.at(0.25, 3)).isEqualTo(BG);
    assertThat(model.effects()).hasSize(6);
    assertThat(model.findEffect(CONTRACT, "a").orElseThrow().coefficient()).isZero();
    assertThat(model.findEffect(CONTRACT, "r")).isEmpty();
    assertThat(model.parameters().get("alpha:contract")).isCloseTo(Math.exp(-0.2), within(1e-12));
    assertThat(model.parameters().get("a:distance (100 km)"))
        .isCloseTo(Math.exp(0.4), within(1e-12));
  }

  @Test
  void at_pareto_bothRatesAreDividedBySpeed() {
    ParetoNbd average = ParetoNbd.of(TimeScale.DAY, 0.5, 70, 0.6, 80);
    CovariateModel model = CovariateModel.of(
        average,
        COLUMNS,
        List.of(
            CovariateEffect.of(CONTRACT, "alpha", 1), CovariateEffect.of(CONTRACT, "beta", -2)));

    assertThat(model.at(1.25, Double.NaN))
        .isEqualTo(ParetoNbd.of(TimeScale.DAY, 0.5, 70 * Math.exp(-1), 0.6, 80 * Math.exp(2)));
  }

  @Property(tries = 200)
  void at_coefficientsOfZero_isExactlyTheModelWithout(
      @ForAll("histories") PurchaseHistory history, @ForAll double contract) {
    CovariateModel model = model(CovariateEffect.of(CONTRACT, "alpha", 0));

    assertThat(model.at(contract, 1).expectedPurchases(history, 39))
        .isEqualTo(BG.expectedPurchases(history, 39));
    assertThat(model.at(contract, 1).activeProbability(history, 39))
        .isEqualTo(BG.activeProbability(history, 39));
  }

  @Test
  void at_customerFarFromAll_staysComputable() {
    CovariateModel model =
        model(CovariateEffect.of(CONTRACT, "alpha", 5), CovariateEffect.of(CONTRACT, "a", 5));
    for (double contract : new double[] {-1e9, 1e9, 1e300, Double.POSITIVE_INFINITY}) {
      double active = model.at(contract, 0).activeProbability(new PurchaseHistory(2, 10, 20), 39);
      assertThat(active).isBetween(0.0, 1.0);
    }
  }

  @Test
  void score_base_isThatOfThePlainModelOfEachCustomer() {
    CustomerBase plain = Bases.simulated(40, 5);
    double[] contract = new double[40];
    double[] distance = new double[40];
    for (int row = 0; row < 40; row++) {
      contract[row] = row % 2;
      distance[row] = row == 3 ? Double.NaN : row / 10.0;
    }
    CustomerBase base = plain.with(CONTRACT, contract).with(DISTANCE, distance);
    CovariateModel model = MbgNbd.fit(base, List.of(CONTRACT, DISTANCE)).orThrow();
    Horizon horizon = Horizon.ofDays(90);
    ChurnScores scores = model.score(base, horizon);
    double[] forecast = model.forecast(base, horizon);
    for (int row = 0; row < 40; row++) {
      double asked = row == 3 ? model.columns().get(1).mean() : distance[row];
      MbgNbd own = (MbgNbd) model.at(contract[row], asked);
      PurchaseHistory history = PurchaseHistory.of(base, row, TimeScale.WEEK);
      assertThat(scores.churnProbability(row))
          .isEqualTo(1 - own.activeProbability(history, 90 / 7.0));
      assertThat(forecast[row]).isEqualTo(own.expectedPurchases(history, 90 / 7.0));
      assertThat(model.at(base, row)).isEqualTo(own);
    }
    assertThat(model.findProvenance().orElseThrow().parameters())
        .containsEntry("covariates", "[contract, distance (100 km)]");
    assertThat(scores.score(3).text(Locale.ENGLISH))
        .contains("with contract, distance (100 km) as of this customer a new customer makes")
        .contains("distance (100 km) not known, the mean of all customers stands in");
    assertThat(scores.score(4).text(Locale.CHINESE)).contains("具有该客户的 contract");
    assertThatThrownBy(() -> model.score(plain, horizon)).hasMessageContaining("contract");
  }

  @Test
  void withParameters_itsOwn_isTheSame() {
    CovariateModel model =
        model(CovariateEffect.of(CONTRACT, "alpha", 0.5), CovariateEffect.of(DISTANCE, "b", -0.2));
    CovariateModel again = model.withParameters(model.parameters());

    again
        .effects()
        .forEach(effect -> assertThat(effect.coefficient())
            .isCloseTo(
                model
                    .findEffect(effect.covariate(), effect.parameter())
                    .orElseThrow()
                    .coefficient(),
                within(1e-14)));
    assertThat(again.average()).isEqualTo(BG);
  }

  /** Wald test: two standard errors from 0 are a p-value of 0.0455. */
  @Test
  void pValue_twoStandardErrors_isThatOfTheNormalDistribution() {
    assertThat(new CovariateEffect(CONTRACT, "a", -1, 0.5).pValue())
        .isCloseTo(0.0455003, within(5e-8));
    assertThat(new CovariateEffect(CONTRACT, "a", 1, Double.POSITIVE_INFINITY).pValue())
        .isEqualTo(1);
    assertThat(CovariateEffect.of(CONTRACT, "a", 1).pValue()).isNaN();
    assertThat(new LikelihoodRatioTest(3.0 / 2 * Math.log(10), 2).pValue())
        .isCloseTo(Math.pow(10, -1.5), within(1e-15));
  }

  @Test
  void wrongEffects_areRefused() {
    CovariateEffect onAlpha = CovariateEffect.of(CONTRACT, "alpha", 1);
    assertThatThrownBy(() -> model(CovariateEffect.of(CONTRACT, "beta", 1)))
        .hasMessageContaining("one of [r, alpha, a, b]. Maybe it belongs to another model?");
    assertThatThrownBy(() -> CovariateModel.of(BG, COLUMNS.subList(1, 2), List.of(onAlpha)))
        .hasMessageContaining("there is an effect of contract on alpha");
    assertThatThrownBy(() -> model(onAlpha, CovariateEffect.of(CONTRACT, "alpha", 2)))
        .hasMessageContaining("no two the same");
    assertThatThrownBy(() -> model()).hasMessageContaining("at least one");
    assertThatThrownBy(() -> model(onAlpha).at(1)).hasMessageContaining("there are 1 values");
    assertThatThrownBy(() -> CovariateEffect.of(CONTRACT, "alpha", Double.NaN))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new CovariateColumn(CONTRACT, 1, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new LikelihoodRatioTest(-1, 2)).hasMessageContaining("at least 0");
  }
}
