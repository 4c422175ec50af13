package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ChurnScoresTest {

  private static final Horizon HORIZON = Horizon.ofDays(90);
  private static final CustomerBase BASE = Bases.simulated(40, 1);

  private static ChurnScores scores(IntToDoubleFunction probability) {
    Provenance provenance = Provenance.of("test", Map.of(), BASE.window(), BASE.size());
    return ChurnScores.of(
        BASE,
        HORIZON,
        provenance,
        probability,
        row -> List.of(Reason.of("churn.silent").with("days", 96).with("usual", 21)));
  }

  @Test
  void highestRisk_tiesAndMoreThanThereAre_keepTheOrderOfTheIds() {
    ChurnScores ties = scores(row -> row < 3 ? 0.25 : 0.5);

    assertThat(ties.highestRisk(4))
        .extracting(ChurnScore::customer)
        .containsExactly(BASE.customer(3), BASE.customer(4), BASE.customer(5), BASE.customer(6));
    assertThat(ties.highestRisk(1000)).hasSize(40);
    assertThat(ties.highestRisk(1000).get(39).customer()).isEqualTo(BASE.customer(2));
    assertThat(ties.highestRisk(0)).isEmpty();
  }

  @Test
  void findScore_knownAndUnknownCustomer_areFoundAndEmpty() {
    ChurnScores scores = scores(row -> row / 40.0);

    assertThat(scores.findScore(BASE.customer(10)).orElseThrow().churnProbability())
        .isEqualTo(0.25);
    assertThat(scores.findScore(CustomerId.of("nobody"))).isEmpty();
  }

  @Test
  void score_inWords_isOneLineInTheReadersLanguage() {
    ChurnScore score = scores(row -> 0.931).score(0);

    assertThat(score)
        .hasToString(
            "K0: 93.1% likely not to buy within 90 days: silent for 96 days where 21 are usual");
    assertThat(score.text(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("K0: 90 天内不再购买的概率为 93.1%: 已 96 天未购买，通常间隔为 21 天");
  }

  @Test
  void toAssessment_anyRow_isAFactToKeep() {
    var assessment = scores(row -> 0.93146).toAssessment(0);

    assertThat(assessment.kind()).isEqualTo("churn-90d");
    assertThat(assessment.value()).isEqualTo("0.9315");
    assertThat(assessment.asOf()).isEqualTo(Bases.AS_OF);
  }

  @Test
  void of_noProbability_isRefused() {
    assertThatThrownBy(() -> scores(row -> 1.01)).hasMessageContaining("it must be in [0, 1]");
    assertThatThrownBy(() -> scores(row -> Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void horizon_notAhead_isRefused() {
    assertThatThrownBy(() -> Horizon.ofDays(0)).hasMessageContaining("at least 1");
    assertThat(Horizon.ofWeeks(2)).isEqualTo(Horizon.ofDays(14)).hasToString("14 days");
  }
}
