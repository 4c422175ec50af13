package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnModel;
import io.headlesscrm.churn.ChurnScore;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BgNbdTest {

  private static final BgNbd CDNOW = BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426);

  @Test
  void score_fittedBase_rankedWithReasons() {
    CustomerBase base = Bases.simulated(2000, 4);
    ChurnScores scores = BgNbd.fit(base).orThrow().score(base, Horizon.ofDays(90));

    List<ChurnScore> riskiest = scores.highestRisk(10);
    assertThat(riskiest)
        .hasSize(10)
        .isSortedAccordingTo((a, b) -> Double.compare(b.churnProbability(), a.churnProbability()));
    assertThat(riskiest.get(0).toString()).contains("likely not to buy within 90 days: silent for");
    assertThat(scores.provenance().method()).isEqualTo("bg-nbd");
    assertThat(scores.provenance().parameters()).containsEntry("horizonDays", "90");
  }

  @Test
  void score_regularCustomer_saysWhatIsUsual() {
    CustomerBase base = Bases.regular(13, 21);
    ChurnScore score = CDNOW.score(base, Horizon.ofDays(90)).score(0);

    assertThat(score.reasons().get(0).text(Locale.ENGLISH))
        .isEqualTo("silent for 113 days where 23 are usual");
    assertThat(score.reasons().get(0).text(Locale.CHINESE)).isEqualTo("已 113 天未购买，通常间隔为 23 天");
    assertThat(score.reasons().get(1).text(Locale.ENGLISH))
        .matches(
            "still a customer with probability .*%; if so, back within 90 days with probability .*%");
  }

  @Test
  void score_oneTimeBuyer_isNotSafeAlthoughAlive() {
    CustomerBase base = Bases.regular(1, 1);
    PurchaseHistory history = PurchaseHistory.of(base, 0, TimeScale.WEEK);

    assertThat(CDNOW.aliveProbability(history)).isEqualTo(1);
    assertThat(CDNOW.score(base, Horizon.ofDays(90)).churnProbability(0)).isGreaterThan(0.9);
    assertThat(MbgNbd.of(TimeScale.WEEK, 0.525, 6.183, 0.891, 1.614).aliveProbability(history))
        .isLessThan(0.5);
  }

  @Test
  void score_anyRow_isOneMinusActiveProbability() {
    CustomerBase base = Bases.simulated(300, 9);
    ChurnScores scores = CDNOW.score(base, Horizon.ofWeeks(13));
    for (int row = 0; row < base.size(); row++) {
      PurchaseHistory history = PurchaseHistory.of(base, row, TimeScale.WEEK);
      assertThat(scores.churnProbability(row))
          .isCloseTo(1 - CDNOW.activeProbability(history, 13), within(1e-15));
    }
  }

  @Test
  void history_ofSummaryAndOfBase_areTheSame() {
    PurchaseSummary summary = PurchaseSummary.empty()
        .withPurchase(Bases.START, 100)
        .withPurchase(Bases.START.plusDays(21), 100);
    CustomerBase base = Bases.regular(2, 21);

    assertThat(PurchaseHistory.of(summary, Bases.AS_OF, TimeScale.WEEK))
        .isEqualTo(PurchaseHistory.of(base, 0, TimeScale.WEEK))
        .isEqualTo(new PurchaseHistory(1, 3, 52));
    assertThatThrownBy(() -> PurchaseHistory.of(summary, LocalDate.of(2025, 1, 5), TimeScale.WEEK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fit_asAModel_carriesProvenance() {
    ChurnModel<BgNbd> model = BgNbd::fit;
    BgNbd fitted = model.fit(Bases.simulated(2000, 4)).orThrow();

    assertThat(fitted.findProvenance().orElseThrow().customers()).isEqualTo(2000);
    assertThat(fitted.unit()).isEqualTo(TimeScale.WEEK);
  }

  @Test
  void fit_baseInDays_scoresTheSame() {
    CustomerBase base = Bases.simulated(2000, 4);
    ChurnScores weeks = MbgNbd.fit(base).orThrow().score(base, Horizon.ofDays(90));
    ChurnScores days = MbgNbd.fit(base, TimeScale.DAY).orThrow().score(base, Horizon.ofDays(90));
    for (int row = 0; row < base.size(); row++) {
      assertThat(days.churnProbability(row)).isCloseTo(weeks.churnProbability(row), within(1e-9));
    }
  }

  @Test
  void fit_emptyBase_isAValue() {
    assertThat(BgNbd.fit(Bases.empty()).verdicts())
        .extracting(Verdict::code)
        .containsExactly("NO_CUSTOMERS");
    assertThat(CDNOW.score(Bases.empty(), Horizon.ofDays(90)).highestRisk(10)).isEmpty();
  }

  @Test
  void discountedPurchases_annualRate_isConvertedByTheUnit() {
    PurchaseHistory weeks = new PurchaseHistory(2, 30, 38);
    PurchaseHistory days = new PurchaseHistory(2, 210, 266);
    BgNbd inDays = BgNbd.of(TimeScale.DAY, 0.243, 4.414 * 7, 0.793, 2.426);

    assertThat(inDays.discountedPurchases(days, TimeScale.DAY.continuousRate(0.15)))
        .isCloseTo(
            CDNOW.discountedPurchases(weeks, TimeScale.WEEK.continuousRate(0.15)), within(1e-10));
  }

  @Test
  void of_impossibleValues_areRefusedWithTheirBound() {
    PurchaseHistory history = new PurchaseHistory(2, 30, 38);
    assertThatThrownBy(() -> BgNbd.of(TimeScale.WEEK, 0, 1, 1, 1)).hasMessageContaining("r is 0.0");
    assertThatThrownBy(() -> BgNbd.of(TimeScale.WEEK, 1, Double.NaN, 1, 1))
        .hasMessageContaining("alpha is NaN");
    assertThatThrownBy(() -> CDNOW.activeProbability(history, -1))
        .hasMessageContaining("horizon is -1");
    assertThatThrownBy(() -> CDNOW.discountedPurchases(history, 0))
        .hasMessageContaining("it must be above 0");
  }
}
