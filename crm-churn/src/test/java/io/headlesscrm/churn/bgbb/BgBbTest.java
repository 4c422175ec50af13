package io.headlesscrm.churn.bgbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgBbTest {

  private static final BgBb DONORS = BgBb.of(1.204, 0.75, 0.657, 2.783);

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-01-01, 2025-12-31, 0",
    "DAY, 2026-01-01, 2025-12-30, 1",
    "WEEK, 2026-01-01, 2025-12-25, 0",
    "WEEK, 2026-01-01, 2025-12-24, 1",
    "MONTH, 2026-01-01, 2025-12-01, 0",
    "MONTH, 2026-01-01, 2025-11-30, 1",
    "MONTH, 2026-01-15, 2025-12-15, 0",
    "MONTH, 2026-01-15, 2025-12-14, 1",
    "MONTH, 2026-03-31, 2026-02-28, 0",
    "MONTH, 2026-03-31, 2026-02-27, 1",
    "MONTH, 2026-03-31, 2026-01-31, 1",
    "MONTH, 2026-03-31, 2026-01-30, 2",
    "QUARTER, 2026-01-01, 2025-10-01, 0",
    "QUARTER, 2026-01-01, 2025-09-30, 1",
    "YEAR, 2026-01-01, 2025-01-01, 0",
    "YEAR, 2026-01-01, 2024-12-31, 1",
    "YEAR, 2024-02-29, 2023-02-28, 0",
    "YEAR, 2024-02-29, 2023-02-27, 1",
  })
  void periodsBack_dayBeforeAndAfterABoundary_areTwoPeriods(
      Cadence cadence, LocalDate asOf, LocalDate day, int back) {
    assertThat(cadence.periodsBack(asOf, day)).isEqualTo(back);
  }

  /** Of all days before a date, period by period: none is left out, none is in two. */
  @Test
  void periodsBack_allDays_neverFallAsDaysGoBack() {
    LocalDate asOf = LocalDate.of(2024, 5, 31);
    for (Cadence cadence : Cadence.values()) {
      int last = 0;
      for (LocalDate day = asOf.minusDays(1); day.getYear() > 2018; day = day.minusDays(1)) {
        int back = cadence.periodsBack(asOf, day);
        assertThat(back).as("%s %s", cadence, day).isBetween(last, last + 1);
        last = back;
      }
    }
    assertThatThrownBy(() -> Cadence.WEEK.periodsBack(asOf, asOf))
        .hasMessageContaining("it must be before 2024-05-31");
  }

  @Test
  void cadence_horizonAndDiscount_byHand() {
    assertThat(Cadence.MONTH.opportunities(Horizon.ofDays(90))).isEqualTo(3);
    assertThat(Cadence.YEAR.opportunities(Horizon.ofDays(90))).isEqualTo(1);
    assertThat(Cadence.WEEK.opportunities(Horizon.ofDays(90))).isEqualTo(13);
    assertThat(Math.pow(1 + Cadence.MONTH.discount(0.1), 12)).isCloseTo(1.1, within(1e-14));
    assertThat(Cadence.YEAR.discount(0.1)).isCloseTo(0.1, within(1e-15));
    assertThat(Cadence.parse("Months")).isEqualTo(Cadence.MONTH);
    assertThatThrownBy(() -> Cadence.parse("hour")).hasMessageContaining("it must be day, week");
    assertThatThrownBy(() -> Cadence.YEAR.discount(-1)).hasMessageContaining("Maybe 0.1");
  }

  /** First in May; again in May, twice in June and once in September; as of the first of December. */
  @Test
  void history_purchasesOfAPeriod_countOnce() {
    PurchaseSummary summary = PurchaseSummary.empty()
        .withPurchase(LocalDate.of(2025, 5, 3), 100)
        .withPurchase(LocalDate.of(2025, 5, 20), 100)
        .withPurchase(LocalDate.of(2025, 6, 1), 100)
        .withPurchase(LocalDate.of(2025, 6, 30), 100)
        .withPurchase(LocalDate.of(2025, 9, 9), 100);
    LocalDate asOf = LocalDate.of(2025, 12, 1);

    assertThat(OpportunityHistory.of(summary, asOf, Cadence.MONTH))
        .isEqualTo(new OpportunityHistory(2, 4, 6));
    assertThat(OpportunityHistory.of(summary, asOf, Cadence.YEAR))
        .isEqualTo(new OpportunityHistory(0, 0, 0));
    assertThat(OpportunityHistory.of(summary, asOf, Cadence.QUARTER))
        .isEqualTo(new OpportunityHistory(2, 2, 2));
  }

  @Test
  void history_impossible_isRefused() {
    assertThatThrownBy(() -> new OpportunityHistory(3, 2, 6))
        .hasMessageContaining("it must be in [repeatPurchases = 3, opportunities = 6]");
    assertThatThrownBy(() -> new OpportunityHistory(1, 7, 6)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new OpportunityHistory(0, 1, 6)).hasMessageContaining("must be 0");
    assertThatThrownBy(() -> new OpportunityHistory(-1, 0, 6)).hasMessageContaining("at least 0");
    assertThatThrownBy(
            () -> OpportunityHistogram.builder().add(new OpportunityHistory(0, 0, 1), -1))
        .hasMessageContaining("customers is -1");
  }

  @Test
  void fitAndScore_baseByMonth_tellsWhoFellSilent() {
    CustomerBase base = Bases.simulated(2_000, 4);
    Fitted<BgBb> fitted = (Fitted<BgBb>) BgBb.fit(base, Cadence.MONTH);
    BgBb model = fitted.model();
    ChurnScores scores = model.score(base, Horizon.ofDays(90));

    assertThat(model.findCadence()).contains(Cadence.MONTH);
    assertThat(model.findProvenance()).isPresent();
    assertThat(fitted.diagnostics().customers()).isEqualTo(2_000);
    double recent = 0;
    double silent = 0;
    int recentCustomers = 0;
    int silentCustomers = 0;
    for (int row = 0; row < base.size(); row++) {
      OpportunityHistory history = OpportunityHistory.of(base, row, Cadence.MONTH);
      assertThat(scores.churnProbability(row)).isEqualTo(1 - model.activeProbability(history, 3));
      if (base.recencyDays(row) <= 30) {
        recent += scores.churnProbability(row);
        recentCustomers++;
      } else if (base.recencyDays(row) > 180) {
        silent += scores.churnProbability(row);
        silentCustomers++;
      }
    }
    assertThat(silent / silentCustomers).isGreaterThan(2 * recent / recentCustomers);
    assertThat(scores.score(0).reasons().get(0).toString())
        .containsAnyOf("silent for", "has not come back");
  }

  @Test
  void score_withoutCadence_asksForOne() {
    CustomerBase base = Bases.regular(13, 21);
    assertThatThrownBy(() -> DONORS.score(base, Horizon.ofDays(90)))
        .hasMessageContaining("Maybe give it a cadence");
    ChurnScores scores = DONORS.withCadence(Cadence.MONTH).score(base, Horizon.ofDays(90));
    assertThat(scores.churnProbability(0)).isBetween(0.0, 1.0);
    assertThat(scores.score(0).reasons().get(0).toString()).contains("silent for 113 days");
  }

  @Test
  void aliveProbability_atTheNextOpportunity_isOneDecisionLater() {
    OpportunityHistory justBought = new OpportunityHistory(3, 6, 6);
    double stays = (2.783 + 6) / (0.657 + 2.783 + 6);
    assertThat(DONORS.aliveProbability(justBought, 0)).isOne();
    assertThat(DONORS.aliveProbability(justBought)).isCloseTo(stays, within(1e-14));
    assertThat(DONORS.logAliveProbability(justBought)).isCloseTo(Math.log(stays), within(1e-14));
    assertThat(DONORS.aliveProbability(justBought, 2))
        .isCloseTo(stays * (2.783 + 7) / (0.657 + 2.783 + 7), within(1e-14));
    assertThat(DONORS.expectedPurchasesOfNewCustomer(1))
        .isCloseTo(1.204 / (1.204 + 0.75) * 2.783 / (2.783 + 0.657), within(1e-14));
  }

  @Test
  void model_itselfAndImpossibleValues() {
    OpportunityHistory history = new OpportunityHistory(1, 2, 3);
    assertThat(DONORS.withParameters(DONORS.parameters())).isEqualTo(DONORS);
    assertThat(DONORS).isNotEqualTo(DONORS.withCadence(Cadence.YEAR));
    assertThat(DONORS.withCadence(Cadence.YEAR).toString())
        .isEqualTo("bg-bb{alpha=1.204, beta=0.75, gamma=0.657, delta=2.783} per year");
    assertThatThrownBy(() -> BgBb.of(1, 1, 0, 1)).hasMessageContaining("gamma is 0.0");
    assertThatThrownBy(() -> DONORS.withParameters(Map.of("alpha", 1.0)))
        .hasMessageContaining("beta must be among them");
    assertThatThrownBy(() -> DONORS.activeProbability(history, -1))
        .hasMessageContaining("opportunities is -1");
    assertThatThrownBy(() -> DONORS.countProbability(-1, history, 1))
        .hasMessageContaining("count is -1");
    assertThatThrownBy(() -> DONORS.aliveProbability(history, -1))
        .hasMessageContaining("ahead is -1");
    assertThatThrownBy(() -> DONORS.discountedPurchases(history, 0))
        .hasMessageContaining("discount is 0.0");
  }
}
