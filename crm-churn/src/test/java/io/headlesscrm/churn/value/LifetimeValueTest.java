package io.headlesscrm.churn.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.spend.SpendHistory;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeValueTest {

  private static final CustomerBase BASE = Bases.simulated(400, 4);
  private static final ParetoNbd PROCESS =
      ParetoNbd.of(TimeScale.WEEK, 0.553, 10.578, 0.606, 11.669);
  private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);

  private static <M> Fitted<M> known(M model, LogCovariance covariance) {
    return new Fitted<>(model, new FitDiagnostics(0, 0, Map.of(), covariance, List.of(), 0, 0, 0));
  }

  private static LifetimeValue.Builder builder() {
    LogCovariance ofProcess = LogCovariance.of(
        List.of("r", "alpha", "s", "beta"),
        new double[][] {{.01, 0, 0, 0}, {0, .01, 0, 0}, {0, 0, .04, 0}, {0, 0, 0, .09}});
    LogCovariance ofSpend = LogCovariance.of(
        List.of("p", "q", "gamma"), new double[][] {{.01, 0, 0}, {0, .01, 0}, {0, 0, .01}});
    return LifetimeValue.builder(known(PROCESS, ofProcess), known(SPEND, ofSpend), 0.15);
  }

  @Test
  void value_withoutEnd_isDiscountedPurchasesTimesSpendTimesMargin() {
    LifetimeValues values = builder().margin(0.3).build().of(BASE);
    double rate = TimeScale.WEEK.continuousRate(0.15);
    for (int row = 0; row < BASE.size(); row++) {
      PurchaseHistory history = PurchaseHistory.of(BASE, row, TimeScale.WEEK);
      double expected = PROCESS.discountedPurchases(history, rate)
          * SPEND.expectedSpend(SpendHistory.of(BASE, row))
          * 0.3;
      assertThat(Errors.relative(values.value(row), expected)).isLessThan(1e-14);
    }
  }

  /** The discount is of a year whatever the unit: weeks and days give the same value. */
  @Test
  void value_otherUnit_isTheSame() {
    ParetoNbd inDays = ParetoNbd.of(TimeScale.DAY, 0.553, 7 * 10.578, 0.606, 7 * 11.669);
    LifetimeValues days = LifetimeValue.builder(
            known(inDays, LogCovariance.unknown()), known(SPEND, LogCovariance.unknown()), 0.15)
        .within(Horizon.ofDays(365))
        .build()
        .of(BASE);
    LifetimeValues weeks = builder().within(Horizon.ofDays(365)).build().of(BASE);
    for (int row = 0; row < BASE.size(); row++) {
      assertThat(Errors.relative(days.value(row), weeks.value(row))).isLessThan(1e-10);
    }
  }

  @Test
  void value_longerHorizon_growsToThatWithoutEnd() {
    LifetimeValues all = builder().build().of(BASE);
    LifetimeValues year = builder().within(Horizon.ofDays(365)).build().of(BASE);
    LifetimeValues century = builder().within(Horizon.ofDays(36_500)).build().of(BASE);
    for (int row = 0; row < BASE.size(); row++) {
      assertThat(year.value(row)).isLessThan(century.value(row)).isNotNegative();
      assertThat(century.value(row)).isCloseTo(all.value(row), within(2e-6 * all.value(row)));
    }
  }

  @Test
  void valueAtRisk_anyCustomer_isTheResidualValueTimesTheChanceOfSilence() {
    LifetimeValues values = builder().riskHorizon(Horizon.ofDays(60)).build().of(BASE);
    for (int row = 0; row < BASE.size(); row++) {
      PurchaseHistory history = PurchaseHistory.of(BASE, row, TimeScale.WEEK);
      double churn = 1 - PROCESS.activeProbability(history, 60 / 7.0);
      assertThat(values.valueAtRisk(row)).isCloseTo(values.value(row) * churn, within(1e-12));
      assertThat(values.valueAtRisk(row)).isBetween(0.0, values.value(row));
    }
  }

  @Test
  void isWorthRetaining_cost_isTheThreshold() {
    LifetimeValues values = builder().retentionCost(5).build().of(BASE);
    for (int row = 0; row < BASE.size(); row++) {
      assertThat(values.isWorthRetaining(row)).isEqualTo(values.valueAtRisk(row) > 5);
    }
  }

  /** One parameter that enters as a factor of each: the relative errors add as squares. */
  @Test
  void interval_independentErrors_addAsSquares() {
    LogCovariance gamma = LogCovariance.of(List.of("gamma"), new double[][] {{0.04}});
    LogCovariance nothing = LogCovariance.of(List.of("r"), new double[][] {{0.0}});
    CustomerBase once = Bases.regular(1, 1);
    LifetimeValues values = LifetimeValue.builder(known(PROCESS, nothing), known(SPEND, gamma), 0.1)
        .build()
        .of(once);
    Interval interval = values.interval(0);

    // Without a repeat purchase the expected spend is p gamma / (q - 1): its log error is that of
    // gamma, 0.2.
    assertThat(Math.log(interval.high() / interval.estimate()))
        .isCloseTo(1.959963984540054 * 0.2, within(1e-7));
    assertThat(values.total().high()).isCloseTo(interval.high(), within(1e-9));
  }

  /** Errors of parameters go through all customers alike: the total is as sure as they are. */
  @Test
  void total_allCustomers_isTheSumAndAsSureAsItsParts() {
    LifetimeValues values = builder().build().of(BASE);
    Interval total = values.total();
    double sum = 0;
    double widest = 1;
    for (int row = 0; row < BASE.size(); row++) {
      Interval one = values.interval(row);
      assertThat(one.low()).isBetween(0.0, one.estimate());
      sum += one.estimate();
      widest = Math.max(widest, one.estimate() > 0 ? one.high() / one.estimate() : 1);
    }
    assertThat(total.estimate()).isCloseTo(sum, within(1e-9 * sum));
    assertThat(total.high() / total.estimate()).isBetween(1.1, widest);
    assertThat(
            values.totals(row -> row % 3).values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(sum, within(1e-9 * sum));
  }

  @Test
  void value_infiniteMeanSpend_isInfiniteAndNeverNegative() {
    GammaGamma heavy = GammaGamma.of(2, 0.7, 20);
    LifetimeValues values = LifetimeValue.builder(
            known(PROCESS, LogCovariance.unknown()), known(heavy, LogCovariance.unknown()), 0.1)
        .build()
        .of(Bases.regular(1, 1));
    assertThat(values.value(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(values.valueAtRisk(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(values.interval(0).low()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void of_fittedModels_explainsAndKeepsTheFact() {
    Fitted<? extends PurchaseProcess> process = (Fitted<BgNbd>) BgNbd.fit(BASE);
    LifetimeValues values = LifetimeValue.builder(
            process, known(SPEND, LogCovariance.unknown()), 0.1)
        .build()
        .of(BASE);

    assertThat(values.reasons(0).get(0).text(Locale.ENGLISH))
        .matches("[0-9.]+ purchases? still to come, discounted, of [0-9.]+ EUR each");
    assertThat(values.reasons(0).get(1).text(Locale.CHINESE)).contains("处于风险之中");
    assertThat(values.toAssessment(0).kind()).isEqualTo("lifetime-value");
    assertThat(values.provenance().parameters()).containsEntry("annualDiscount", "0.1");
    assertThat(values.toString()).startsWith("400 lifetime values, ");
  }

  @Test
  void of_emptyBase_isWorthNothing() {
    LifetimeValues values = builder().build().of(Bases.empty());
    assertThat(values.size()).isZero();
    assertThat(values.total()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void builder_impossibleValues_areRefused() {
    assertThatThrownBy(() -> builder().margin(30)).hasMessageContaining("Maybe 0.3 for 30 %");
    assertThatThrownBy(() -> builder().retentionCost(-1)).hasMessageContaining("cost is -1.0");
    assertThatThrownBy(() -> LifetimeValue.builder(
            known(PROCESS, LogCovariance.unknown()), known(SPEND, LogCovariance.unknown()), 0))
        .hasMessageContaining("annual discount is 0.0");
  }

  /** D11: sum over t of margin r^t / (1 + d)^t, and its limit m r / (1 + d - r). */
  @ParameterizedTest
  @CsvSource({"100,0.8,0.1,5", "100,0.8,0.1,0", "50,0.99,0.02,30", "10,1,0.1,3", "100,0,0.1,9"})
  void retentionValue_years_isTheSum(double margin, double retention, double discount, int years) {
    RetentionValue value = new RetentionValue(margin, retention, discount);
    double sum = 0;
    for (int t = 1; t <= years; t++) {
      sum += margin * Math.pow(retention, t) / Math.pow(1 + discount, t);
    }
    assertThat(value.within(years)).isCloseTo(sum, within(1e-10));
    assertThat(value.within(5000)).isCloseTo(value.withoutEnd(), within(1e-9));
  }

  @Test
  void retentionValue_published_andItsElasticity() {
    RetentionValue value = new RetentionValue(100, 0.8, 0.12);
    assertThat(value.withoutEnd()).isCloseTo(100 * 0.8 / 0.32, within(1e-12));
    // Gupta & Lehmann (2003): at 80 % retention and 12 % discount 1 % more retention is worth 3.5 %
    // more.
    assertThat(value.retentionElasticity()).isCloseTo(3.5, within(1e-12));
    double slope =
        (new RetentionValue(100, 0.8 * 1.000001, 0.12).withoutEnd() / value.withoutEnd() - 1)
            / 0.000001;
    assertThat(slope).isCloseTo(3.5, within(1e-4));
    assertThatThrownBy(() -> new RetentionValue(100, 1, 0)).hasMessageContaining("above 0 when");
    assertThatThrownBy(() -> new RetentionValue(100, 80, 0.1)).hasMessageContaining("0.8 for 80 %");
  }
}
