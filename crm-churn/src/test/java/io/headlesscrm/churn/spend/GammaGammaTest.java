package io.headlesscrm.churn.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

  private static FitDiagnostics diagnostics(FitResult<?> result) {
    assertThat(result).isInstanceOf(FitResult.Fitted.class);
    return ((FitResult.Fitted<?>) result).diagnostics();
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  private static List<SpendHistory> cdnow() {
    return SharedData.lines("data/cdnow/cdnow_summary_39_weeks.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new SpendHistory(Integer.parseInt(cells[1]), Double.parseDouble(cells[5])))
        .toList();
  }

  private static List<SpendHistory> simulated(int customers, double q, long seed) {
    Draws draws = new Draws(seed);
    List<SpendHistory> histories = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double nu = draws.gamma(q) / 15;
      int x = 1 + i % 5;
      histories.add(new SpendHistory(x, draws.gamma(6 * x) / (nu * x)));
    }
    return histories;
  }

  /** oracle/cdnow_optima.json, optimised to 1e-8 in log-likelihood, which leaves 1e-4 in the parameters. */
  @Test
  void fit_cdnow_reachesTheOptimum() {
    FitResult<GammaGamma> result = GammaGamma.fit(SpendSample.of(cdnow()));
    JsonDocument optimum =
        SharedData.json("oracle/cdnow_optima.json").object("results").object("gamma_gamma cdnow");

    assertThat(diagnostics(result).customers()).isEqualTo(optimum.whole("n"));
    assertThat(diagnostics(result).logLikelihood())
        .isCloseTo(optimum.number("log_likelihood"), within(5e-7));
    assertThat(diagnostics(result).gradientNorm()).isLessThan(1e-9);
    assertThat(diagnostics(result).standardErrors()).containsOnlyKeys("p", "q", "gamma");
    assertThat(result.verdicts()).isEmpty();
    result
        .orThrow()
        .parameters()
        .forEach((name, value) ->
            assertThat(value).isCloseTo(optimum.object("params").number(name), within(1e-4)));
  }

  /** oracle/cdnow_predictions.json: what CLVTools predicts at its parameters. */
  @Test
  void expectedSpend_300Customers_equalsThatOfClvTools() {
    JsonDocument json =
        SharedData.json("oracle/cdnow_predictions.json").object("models").object("gamma_gamma");
    JsonDocument p = json.object("params");
    GammaGamma model = GammaGamma.of(p.number("p"), p.number("q"), p.number("gamma"));
    double[] x = json.numbers("x");
    double[] mean = json.numbers("mean_spending");
    double[] predicted = json.numbers("predicted_mean_spending");

    assertThat(x).hasSizeGreaterThanOrEqualTo(300);
    for (int i = 0; i < x.length; i++) {
      double found = model.expectedSpend(new SpendHistory((int) x[i], mean[i]));
      assertThat(Errors.relative(found, predicted[i])).isLessThan(1e-9);
    }
  }

  /** The likelihood as note 025 prints it, summed over the sample. */
  @Test
  void logLikelihood_allCustomers_addUpToThatOfTheFit() {
    SpendSample sample = SpendSample.of(simulated(500, 4, 3));
    FitResult<GammaGamma> result = GammaGamma.fit(sample);
    double sum = 0;
    for (int i = 0; i < sample.size(); i++) {
      sum += result.orThrow().logLikelihood(sample.history(i));
    }
    assertThat(sum).isCloseTo(diagnostics(result).logLikelihood(), within(1e-8));
  }

  /** One repeat purchase and p = 1: the mean has the Lomax density q gamma^q / (gamma + m)^(q + 1). */
  @Test
  void logLikelihood_onePurchaseOfShapeOne_isLomax() {
    GammaGamma model = GammaGamma.of(1, 2.5, 7);
    double expected = Math.log(2.5) + 2.5 * Math.log(7) - 3.5 * Math.log(7 + 4);

    assertThat(model.logLikelihood(new SpendHistory(1, 4))).isCloseTo(expected, within(1e-14));
  }

  @Test
  void fit_anyOrderAndCurrency_givesTheSameModel() {
    List<SpendHistory> histories = simulated(400, 4, 5);
    List<SpendHistory> shuffled = new ArrayList<>(histories);
    Collections.shuffle(shuffled, new Random(1));
    List<SpendHistory> cents = histories.stream()
        .map(one -> new SpendHistory(one.repeatPurchases(), one.meanSpend() * 128))
        .toList();
    FitResult<GammaGamma> fit = GammaGamma.fit(SpendSample.of(histories));
    GammaGamma inCents = GammaGamma.fit(SpendSample.of(cents)).orThrow();

    assertThat(GammaGamma.fit(SpendSample.of(shuffled))).isEqualTo(fit);
    assertThat(inCents.expectedSpend(new SpendHistory(2, 128 * 9)) / 128)
        .isCloseTo(fit.orThrow().expectedSpend(new SpendHistory(2, 9)), within(1e-9));
  }

  @Test
  void fit_simulatedCustomers_findsTheParameters() {
    FitResult<GammaGamma> result = GammaGamma.fit(SpendSample.of(simulated(20_000, 4, 9)));
    FitDiagnostics diagnostics = diagnostics(result);
    Map<String, Double> expected = Map.of("p", 6.0, "q", 4.0, "gamma", 15.0);

    assertThat(result.verdicts()).isEmpty();
    result
        .orThrow()
        .parameters()
        .forEach((name, value) -> assertThat(value)
            .isCloseTo(
                expected.get(name), within(4 * diagnostics.standardErrors().get(name))));
  }

  @Test
  void fit_heavyTail_saysThatTheMeanIsInfinite() {
    FitResult<GammaGamma> result = GammaGamma.fit(SpendSample.of(simulated(3000, 0.8, 2)));
    GammaGamma model = result.orThrow();

    assertThat(codes(result)).contains("INFINITE_MEAN_SPEND");
    assertThat(model.expectedSpendOfNewCustomer()).isInfinite().isPositive();
    assertThat(model.expectedSpend(new SpendHistory(3, 20))).isBetween(10.0, 40.0);
  }

  @Test
  void fit_frequentBuyersSpendMore_saysSo() {
    List<SpendHistory> histories = simulated(500, 4, 4).stream()
        .map(one -> new SpendHistory(
            one.repeatPurchases(), one.meanSpend() * one.repeatPurchases() * one.repeatPurchases()))
        .toList();
    assertThat(codes(GammaGamma.fit(SpendSample.of(histories))))
        .contains("SPEND_DEPENDS_ON_FREQUENCY");
  }

  @Test
  void fit_zeroOrders_areLeftOutAndCounted() {
    List<SpendHistory> histories = new ArrayList<>(simulated(200, 4, 6));
    FitResult<GammaGamma> without = GammaGamma.fit(SpendSample.of(histories));
    histories.add(new SpendHistory(2, 0));
    histories.add(new SpendHistory(1, -3));
    histories.add(new SpendHistory(0, 0));
    FitResult<GammaGamma> with = GammaGamma.fit(SpendSample.of(histories));

    assertThat(with.orThrow()).isEqualTo(without.orThrow());
    assertThat(with.verdicts())
        .extracting(Verdict::toString)
        .containsExactly("INFO SPEND_NOT_POSITIVE: 2 customers with repeat purchases spend nothing"
            + " on the mean and are left out of the fit");
    assertThat(with.orThrow().expectedSpend(new SpendHistory(1, -3)))
        .isEqualTo(with.orThrow().expectedSpend(new SpendHistory(1, 0)))
        .isPositive();
  }

  @Test
  void fit_nobodyCameBackOrAllAlike_isAValue() {
    assertThat(codes(GammaGamma.fit(Bases.empty()))).containsExactly("NO_SPEND");
    assertThat(codes(GammaGamma.fit(SpendSample.of(List.of(new SpendHistory(0, 0))))))
        .containsExactly("NO_SPEND");
    FitResult<GammaGamma> alike =
        GammaGamma.fit(SpendSample.of(Collections.nCopies(80, new SpendHistory(2, 10))));
    assertThat(codes(alike)).contains("RIDGE");
    assertThat(((FitResult.Fitted<GammaGamma>) alike).model().expectedSpendOfNewCustomer())
        .isCloseTo(10, within(0.01));
  }

  @Test
  void spendHistory_ofABase_leavesOutTheFirstDayAndCountsReturnsUnderNet() {
    PurchaseSummary summary = PurchaseSummary.empty()
        .withPurchase(LocalDate.of(2025, 1, 1), 9_900)
        .withPurchase(LocalDate.of(2025, 2, 1), 1_000)
        .withPurchase(LocalDate.of(2025, 3, 1), 1_200);
    Currency euro = Currency.getInstance("EUR");
    CustomerBase sales = CustomerBase.of(Map.of(CustomerId.of("a"), summary), Bases.AS_OF, euro);
    CustomerBase net = CustomerBase.of(
        Map.of(CustomerId.of("a"), summary.withReturn(12_100 / 2)), Bases.AS_OF, euro);

    assertThat(SpendHistory.of(sales, 0)).isEqualTo(new SpendHistory(2, 11));
    assertThat(SpendHistory.of(net, 0)).isEqualTo(new SpendHistory(2, 5.5));
  }

  @Test
  void of_impossibleValues_areRefused() {
    assertThatThrownBy(() -> GammaGamma.of(0, 1, 1)).hasMessageContaining("p is 0.0");
    assertThatThrownBy(() -> new SpendHistory(-1, 0)).hasMessageContaining("repeatPurchases is -1");
    assertThatThrownBy(() -> new SpendHistory(1, Double.NaN))
        .hasMessageContaining("meanSpend is NaN");
    assertThatThrownBy(() -> GammaGamma.of(1, 1, 1).logLikelihood(new SpendHistory(0, 0)))
        .hasMessageContaining("it must have a repeat purchase");
  }
}
