package io.headlesscrm.churn.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScore;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PurchaseCycleTest {

  private static final PurchaseCycle MONTHLY = PurchaseCycle.of(30);

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Histories.any();
  }

  @Property
  void churnProbability_anyHistory_isAProbabilityThatRisesWithSilence(
      @ForAll("histories") PurchaseHistory h,
      @ForAll @IntRange(min = 1, max = 2000) int days,
      @ForAll @IntRange(max = 500) int longer) {
    Horizon horizon = Horizon.ofDays(days);
    PurchaseHistory later =
        new PurchaseHistory(h.repeatPurchases(), h.recencyOfLast(), h.age() + longer);

    assertThat(MONTHLY.churnProbability(h, horizon)).isBetween(0.0, 1.0);
    assertThat(MONTHLY.churnProbability(later, horizon))
        .isGreaterThanOrEqualTo(MONTHLY.churnProbability(h, horizon) * (1 - 1e-12));
    assertThat(MONTHLY.silenceInCycles(later)).isGreaterThanOrEqualTo(MONTHLY.silenceInCycles(h));
  }

  @Test
  void usualGap_knownCustomer_isTheMeanGapShrunk() {
    PurchaseHistory newcomer = new PurchaseHistory(0, 0, 5);
    PurchaseHistory weekly = new PurchaseHistory(9, 63, 70);

    assertThat(MONTHLY.usualGap(newcomer)).isEqualTo(30);
    assertThat(MONTHLY.usualGap(weekly)).isCloseTo(9.3, within(1e-12));
    assertThat(MONTHLY.silenceInCycles(weekly)).isCloseTo(7 / 9.3, within(1e-12));
  }

  @Test
  void fit_simulatedBase_isWhereTheSlopeVanishes() {
    CustomerBase base = Bases.simulated(2000, 4);
    FitResult<PurchaseCycle> result = PurchaseCycle.fit(base);
    double gap = result.orThrow().typicalGap();

    double slope = 0;
    for (int row = 0; row < base.size(); row++) {
      slope += 1 - (base.repeatPurchases(row) + 1) * gap / (gap + base.age(row));
    }
    assertThat(slope / base.size()).isCloseTo(0, within(1e-9));
    assertThat(result.verdicts()).isEmpty();
  }

  @Test
  void fit_emptyBase_isAValue() {
    assertThat(PurchaseCycle.fit(Bases.empty()).verdicts())
        .extracting(Verdict::code)
        .containsExactly("NO_CUSTOMERS");
  }

  @Test
  void score_regularCustomer_saysWhatIsUsual() {
    ChurnScore score = MONTHLY.score(Bases.regular(13, 21), Horizon.ofDays(90)).score(0);

    assertThat(score.reasons().get(0).text(Locale.ENGLISH))
        .isEqualTo("silent for 113 days where 22 are usual");
    assertThat(score.churnProbability())
        .isCloseTo(Math.pow((30 + 364) / (30 + 364 + 90.0), 13), within(1e-14));
  }

  @Test
  void of_noGap_isRefused() {
    assertThatThrownBy(() -> PurchaseCycle.of(0)).hasMessageContaining("typical gap is 0.0 days");
  }
}
