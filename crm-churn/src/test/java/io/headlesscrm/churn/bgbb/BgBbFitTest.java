package io.headlesscrm.churn.bgbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.PredictionIntervals;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.core.json.JsonDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgBbFitTest {

  private static final Map<String, Double> TRUTH =
      Map.of("alpha", 1.2, "beta", 0.75, "gamma", 0.66, "delta", 2.8);
  private static final double STEP = 1e-5;

  /** Customers as the model says, of 1 to 12 opportunities in turn. */
  private static OpportunityHistogram simulated(
      int customers, Map<String, Double> truth, long seed) {
    Draws draws = new Draws(seed);
    OpportunityHistogram.Builder builder = OpportunityHistogram.builder();
    for (int i = 0; i < customers; i++) {
      double buys = draws.gamma(truth.get("alpha"));
      buys /= buys + draws.gamma(truth.get("beta"));
      double leaves = draws.gamma(truth.get("gamma"));
      leaves /= leaves + draws.gamma(truth.get("delta"));
      int n = 1 + i % 12;
      int x = 0;
      int last = 0;
      for (int j = 1; j <= n && draws.uniform() >= leaves; j++) {
        if (draws.uniform() < buys) {
          x++;
          last = j;
        }
      }
      builder.add(x, last, n);
    }
    return builder.build();
  }

  private static FitDiagnostics diagnostics(FitResult<?> result) {
    assertThat(result).isInstanceOf(Fitted.class);
    return ((Fitted<?>) result).diagnostics();
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  /** oracle/published.json: Fader, Hardie &amp; Shang (2010), with three decimals; its log-likelihood has one. */
  @Test
  void fit_donations_reachesThePublishedOptimum() {
    FitResult<BgBb> result = BgBb.fit(Donations.histogram());
    JsonDocument published =
        SharedData.json("oracle/published.json").object("published").object("bgbb_donations");
    FitDiagnostics diagnostics = diagnostics(result);

    result
        .orThrow()
        .parameters()
        .forEach((name, value) ->
            assertThat(value).as(name).isCloseTo(published.number(name), within(0.0005)));
    assertThat(diagnostics.logLikelihood()).isCloseTo(published.number("LL"), within(0.05));
    assertThat(diagnostics.logLikelihood()).isCloseTo(-33225.58, within(0.01));
    assertThat(diagnostics.gradientNorm()).isLessThan(1e-9);
    assertThat(diagnostics.verdicts()).isEmpty();
    assertThat(diagnostics.customers()).isEqualTo(11_104);
    assertThat(diagnostics.uniqueTriples()).isEqualTo(22);
    assertThat(diagnostics.standardErrors()).hasSize(4);
  }

  /** No point near the optimum is better, as the kernel and not the sum of the fit has it. */
  @Test
  void fit_donations_noNeighbourIsBetter() {
    OpportunityHistogram donors = Donations.histogram();
    FitResult<BgBb> result = BgBb.fit(donors);
    BgBb model = result.orThrow();
    double best = logLikelihood(model, donors);

    assertThat(diagnostics(result).logLikelihood()).isCloseTo(best, within(1e-7));
    for (String name : TRUTH.keySet()) {
      for (double factor : new double[] {0.999, 1.001}) {
        Map<String, Double> moved = new HashMap<>(model.parameters());
        moved.computeIfPresent(name, (key, value) -> value * factor);
        assertThat(logLikelihood(model.withParameters(moved), donors)).isLessThan(best);
      }
    }
  }

  private static double logLikelihood(BgBb model, OpportunityHistogram histogram) {
    double sum = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      sum += histogram.count(row) * model.logLikelihood(histogram.history(row));
    }
    return sum;
  }

  @Test
  void fit_simulatedCustomers_findsTheTruth() {
    FitResult<BgBb> result = BgBb.fit(simulated(20_000, TRUTH, 3));
    assertThat(result.verdicts()).isEmpty();
    result
        .orThrow()
        .parameters()
        .forEach((name, value) -> assertThat(value)
            .as(name)
            .isCloseTo(
                TRUTH.get(name), within(4 * diagnostics(result).standardErrors().get(name))));
  }

  /** 40 made-up bases: by the binomial distribution at least 33 inside in all but one case in ten thousand. */
  @Test
  void fit_madeUpBases_intervalsCoverTheTruth() {
    OpportunityHistory customer = new OpportunityHistory(2, 4, 6);
    double truth = BgBb.of(1.2, 0.75, 0.66, 2.8).activeProbability(customer, 3);
    int inside = 0;
    for (int seed = 0; seed < 40; seed++) {
      var interval = PredictionIntervals.<BgBb>of(
              (Fitted<BgBb>) BgBb.fit(simulated(2000, TRUTH, 100 + seed)))
          .ofProbability(model -> model.activeProbability(customer, 3));
      inside += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(inside).isGreaterThanOrEqualTo(33);
  }

  /** What the model says of customers whom it was not shown: 60,000 of them, whose next four opportunities are known. */
  @Test
  void predictions_simulatedCustomers_comeTrue() {
    BgBbKernel kernel = new BgBbKernel(1.2, 0.75, 0.66, 2.8);
    Draws draws = new Draws(17);
    double customers = 60_000;
    double active = 0;
    double used = 0;
    double predictedActive = 0;
    double predictedUsed = 0;
    for (int i = 0; i < customers; i++) {
      double buys = draws.gamma(1.2);
      buys /= buys + draws.gamma(0.75);
      double leaves = draws.gamma(0.66);
      leaves /= leaves + draws.gamma(2.8);
      int[] history = new int[3];
      int later = 0;
      boolean stays = true;
      for (int j = 1; j <= 10; j++) {
        stays &= draws.uniform() >= leaves;
        if (stays && draws.uniform() < buys) {
          later += j > 6 ? 1 : 0;
          history[0] += j > 6 ? 0 : 1;
          history[1] = j > 6 ? history[1] : j;
        }
      }
      active += later > 0 ? 1 : 0;
      used += later;
      predictedActive += kernel.activeProbability(history[0], history[1], 6, 4);
      predictedUsed += kernel.expectedPurchases(history[0], history[1], 6, 4);
    }
    // Four standard errors of a share and of a mean whose deviation is below 1.5.
    assertThat(predictedActive / customers)
        .isCloseTo(active / customers, within(4 * 0.5 / Math.sqrt(customers)));
    assertThat(predictedUsed / customers)
        .isCloseTo(used / customers, within(4 * 1.5 / Math.sqrt(customers)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void fit_severalThreads_givesTheSameBits(int threads) {
    OpportunityHistogram.Builder builder = OpportunityHistogram.builder();
    Draws draws = new Draws(11);
    for (int i = 0; i < 3_000; i++) {
      int n = 1 + i % 40;
      int x = (int) (draws.uniform() * n);
      builder.add(x, x == 0 ? 0 : x + (int) (draws.uniform() * (n - x + 1)), n);
    }
    OpportunityHistogram many = builder.build();
    assertThat(many.uniqueTriples()).isGreaterThan(1_000);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      assertThat(BgBb.fit(many, pool, threads)).isEqualTo(BgBb.fit(many));
    } finally {
      pool.shutdownNow();
    }
  }

  @Property(tries = 60)
  void likelihood_anyPoint_sumsTheKernelAndHasItsDerivatives(
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -3, max = 3) Double> point) {
    OpportunityHistogram histogram = simulated(300, TRUTH, 5);
    BgBbLikelihood likelihood = new BgBbLikelihood(histogram, 12, BlockRunner.sequential());
    double[] p = point.stream().mapToDouble(Double::doubleValue).toArray();
    BgBb model = BgBb.of(Math.exp(p[0]), Math.exp(p[1]), Math.exp(p[2]), Math.exp(p[3]));
    Evaluation here = likelihood.at(p);

    assertThat(here.value()).isCloseTo(-logLikelihood(model, histogram) / 300, within(1e-12));
    for (int i = 0; i < 4; i++) {
      Evaluation above = likelihood.at(moved(p, i, STEP));
      Evaluation below = likelihood.at(moved(p, i, -STEP));
      double slope = (above.value() - below.value()) / (2 * STEP);
      assertThat(here.gradient(i)).as("slope %s", i).isCloseTo(slope, within(1e-8));
      for (int j = 0; j < 4; j++) {
        double curve = (above.gradient(j) - below.gradient(j)) / (2 * STEP);
        assertThat(here.hessian(i, j)).as("curvature %s %s", i, j).isCloseTo(curve, within(1e-7));
      }
    }
  }

  private static double[] moved(double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return moved;
  }

  @Test
  void fit_nobodyEverLeaves_saysSo() {
    OpportunityHistogram.Builder builder = OpportunityHistogram.builder();
    Draws draws = new Draws(7);
    for (int i = 0; i < 2_000; i++) {
      double buys = draws.gamma(2);
      buys /= buys + draws.gamma(3);
      int x = 0;
      int last = 0;
      for (int j = 1; j <= 10; j++) {
        if (draws.uniform() < buys) {
          x++;
          last = j;
        }
      }
      builder.add(x, last, 10);
    }
    FitResult<BgBb> result = BgBb.fit(builder.build());
    assertThat(codes(result)).contains("DROPOUT_NOT_IDENTIFIED");
    assertThat(diagnostics(result).isConverged()).isTrue();
  }

  @Test
  void fit_handfulOrNobody_areValues() {
    FitResult<BgBb> few = BgBb.fit(
        OpportunityHistogram.builder().add(1, 2, 6).add(0, 0, 4).add(3, 5, 6).build());
    assertThat(codes(few)).contains("FEW_REPEAT_CUSTOMERS");
    assertThat(few.orThrow().activeProbability(new OpportunityHistory(1, 2, 6), 3))
        .isBetween(0.0, 1.0);
    assertThat(codes(BgBb.fit(OpportunityHistogram.builder().build())))
        .containsExactly("NO_CUSTOMERS");
    assertThat(codes(BgBb.fit(OpportunityHistogram.builder().add(0, 0, 3).build())))
        .containsExactly("NO_REPEAT_PURCHASES");
    assertThat(codes(BgBb.fit(OpportunityHistogram.builder().add(0, 0, 0).build())))
        .containsExactly("NO_OBSERVATION_TIME");
  }

  /** One opportunity tells how many came back, and nothing of who left: the fit ends somewhere and says so. */
  @Test
  void fit_oneOpportunity_saysThatNothingIsDetermined() {
    FitResult<BgBb> result = BgBb.fit(OpportunityHistogram.builder()
        .add(new OpportunityHistory(0, 0, 1), 300)
        .add(new OpportunityHistory(1, 1, 1), 100)
        .build());
    assertThat(codes(result)).contains("DROPOUT_NOT_IDENTIFIED", "RIDGE", "WINDOW_TOO_SHORT");
    assertThat(result.orThrow().activeProbability(new OpportunityHistory(0, 0, 0), 1))
        .isCloseTo(0.25, within(1e-6));
  }

  @Test
  void merge_partsOfABase_areTheWhole() {
    OpportunityHistogram one = simulated(500, TRUTH, 1);
    OpportunityHistogram two = simulated(700, TRUTH, 2);
    assertThat(BgBb.fit(one.merge(two))).isEqualTo(BgBb.fit(two.merge(one)));
    assertThat(one.merge(two).customers()).isEqualTo(1_200);
  }
}
