package io.headlesscrm.churn.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendTest {

  private static final CustomerBase BASE = Bases.simulated(700, 4);
  private static final Horizon HORIZON = Horizon.ofDays(60);

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  @Test
  void fit_enoughToLearn_isTheWholeProcedure() {
    FitResult<Blend> fit = Blend.fit(BASE);

    assertThat(codes(fit)).containsExactly("SEASON_UNKNOWN");
    assertThat(fit.orThrow().name()).isEqualTo(Blend.NAME);
    assertThat(fit.orThrow().models()).hasSize(3);
    assertThat(fit.orThrow().toString()).isEqualTo("blend of [bg-nbd, mbg-nbd, pareto-nbd]");
    assertThat(Blend.fit(BASE).orThrow()).isEqualTo(fit.orThrow());
  }

  @Test
  void contributions_everyCustomer_addUpToTheLogit() {
    Blend blend = Blend.fit(BASE).orThrow();
    ChurnScores scores = blend.score(BASE, HORIZON);
    for (int row = 0; row < BASE.size(); row += 50) {
      Map<String, Double> parts = blend.contributions(BASE, row, HORIZON);
      double sum = parts.values().stream().mapToDouble(d -> d).sum();
      double churn = scores.churnProbability(row);
      assertThat(sum).isCloseTo(Math.log(churn) - Math.log1p(-churn), within(1e-9));
      assertThat(parts).containsKeys("intercept", "ln(1+gap)", "logit(models)");
    }
  }

  @Test
  void explain_anyCustomer_inWordsAndNumbers() {
    ChurnScores scores = Blend.fit(BASE).orThrow().score(BASE, HORIZON);
    var reasons = scores.highestRisk(1).get(0).reasons();

    assertThat(reasons).hasSizeBetween(3, 5);
    assertThat(reasons.get(1).text(Locale.ENGLISH))
        .matches("3 purchase-process models together say [0-9.]+%");
    assertThat(reasons.get(2).text(Locale.ENGLISH))
        .matches(".* counts? [+-][0-9.]+ towards leaving");
    assertThat(reasons.get(2).text(Locale.CHINESE)).contains("对流失的影响为");
  }

  /** The logit lies between the regressions and the models, whose weight is 1000/(1000 + customers). */
  @Test
  void learned_anyCustomer_isDrawnTowardsTheModels() {
    Blend blend = Blend.fit(BASE).orThrow();
    Learned learned = blend.findLearned().orElseThrow();
    double[] row = learned.columns(BASE, 60, blend.pool())[3];
    double regressions = (learned.alone().of(row) + learned.beside().of(row)) / 2;
    double models = blend.pool().logits(BASE, 60)[3];

    assertThat(learned.modelWeight()).isEqualTo(1000.0 / 1700);
    assertThat(learned.logit(row))
        .isCloseTo((700 * regressions + 1000 * models) / 1700, within(1e-12));
  }

  @Test
  void forecast_anyBase_isOfTheOrderOfTheModels() {
    Blend blend = Blend.fit(BASE).orThrow();
    double[] forecast = blend.forecast(BASE, HORIZON);
    double sum = Arrays.stream(forecast).sum();
    double ofModels =
        Arrays.stream(blend.pool().lnCounts(BASE, 60)).map(Math::exp).sum();

    assertThat(Arrays.stream(forecast))
        .allSatisfy(one -> assertThat(one).isPositive().isFinite());
    assertThat(sum).isBetween(0.6 * ofModels, 1.7 * ofModels);
  }

  @Test
  void fit_fewCustomers_isTheModelsAloneAndSaysSo() {
    FitResult<Blend> fit = Blend.fit(Bases.simulated(100, 4));

    assertThat(codes(fit)).containsExactly("TOO_LITTLE_TO_LEARN", "SEASON_UNKNOWN");
    assertThat(fit.orThrow().name()).isEqualTo(Blend.MODELS);
    CustomerBase other = Bases.simulated(30, 5);
    ChurnScores scores = fit.orThrow().score(other, HORIZON);
    assertThat(scores.score(0).reasons()).hasSize(2);
    assertThat(fit.orThrow().forecast(other, HORIZON)).hasSize(30);
    assertThat(fit.orThrow().contributions(other, 0, HORIZON)).isEmpty();
  }

  @Test
  void fit_emptyBase_saysWhyThereIsNothing() {
    assertThat(codes(Blend.fit(Bases.empty()))).containsExactly("NO_CUSTOMERS");
  }

  /** Daily buyers fit no ridge; whatever stands in, it is named and scores. */
  @Test
  void fit_oneRegularCustomer_stillScores() {
    FitResult<Blend> fit = Blend.fit(Bases.regular(13, 21));
    Blend blend = fit.orThrow();

    assertThat(blend.name()).isIn(Blend.MODELS, PurchaseCycle.NAME);
    assertThat(codes(fit)).isNotEmpty();
    assertThat(blend.score(Bases.regular(13, 21), HORIZON).churnProbability(0)).isBetween(0.0, 1.0);
  }
}
