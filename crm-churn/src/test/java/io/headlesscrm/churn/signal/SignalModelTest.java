package io.headlesscrm.churn.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On made-up customers of whom some leave. Half of them show it in the four weeks before: they complain, answer that they
 * are not satisfied, pay late and use one kind of service where others use several. The same signs of other customers mean
 * nothing.
 */
class SignalModelTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate CUTOFF = LocalDate.of(2025, 9, 30);
  private static final Horizon HORIZON = Horizon.ofDays(90);
  private static final int CUSTOMERS = 1500;

  private static PurchaseLog log;
  private static List<Signal> planted;
  private static List<Signal> ofOthers;

  /** What is known of customers beside their purchases, told of themselves or of others. */
  private static final class Told {

    private final DatedValues.Builder complaints = DatedValues.builder();
    private final DatedValues.Builder answers = DatedValues.builder();
    private final DatedValues.Builder bills = DatedValues.builder();
    private final ServiceUse.Builder use = ServiceUse.builder();
    private final int of;

    Told(int of) {
      this.of = of;
    }

    void shipment(int customer, double day, boolean sign, double draw) {
      CustomerId id = id(customer);
      if (sign && draw < 0.3) {
        complaints.add(id, day(day), 1);
      }
      answers.add(id, day(day), sign ? 3 + 3 * draw : 5 + 4 * draw);
      bills.add(id, day(day), sign ? 20 * draw : 5 * draw);
      use.add(
          id,
          day(day),
          sign ? "standard" : List.of("standard", "express", "freight").get((int) (3 * draw)));
    }

    private CustomerId id(int customer) {
      return CustomerId.of("K" + (customer + of) % CUSTOMERS);
    }

    List<Signal> signals() {
      return List.of(
          Signal.complaints(complaints.build(), 60),
          Signal.satisfaction(answers.build(), 180),
          Signal.daysBeyondTerms(bills.build(), 45),
          Signal.fewerServices(use.build(), 30));
    }
  }

  @BeforeAll
  static void simulate() {
    Draws draws = new Draws(11);
    PurchaseLogBuilder purchases = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    Told told = new Told(0);
    Told toldOfOthers = new Told(1);
    for (int i = 0; i < CUSTOMERS; i++) {
      double gap = 2 + 4 * draws.uniform();
      double first = 60 * draws.uniform();
      double end = first + 250 * draws.exponential();
      boolean shows = draws.uniform() < 0.5;
      for (double day = first; day < Math.min(365, end); day += gap * draws.exponential()) {
        purchases.add(CustomerId.of("K" + i), day(day), Money.of("10.00", "EUR"));
        double draw = draws.uniform();
        told.shipment(i, day, shows && day > end - 28, draw);
        toldOfOthers.shipment(i, day, shows && day > end - 28, draw);
      }
    }
    log = purchases.build();
    planted = told.signals();
    ofOthers = toldOfOthers.signals();
  }

  static Stream<Signal> planted() {
    return planted.stream();
  }

  static Stream<Signal> ofOthers() {
    return ofOthers.stream();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void run_signThatMatters_hasWeightAndGains(Signal signal) {
    SignalTrial trial = SignalTrial.run(log, CUTOFF, HORIZON, List.of(signal)).get(0);

    assertThat(trial.weight().signal()).isEqualTo(signal.name());
    double towardsLeaving = signal.name().equals("satisfaction") ? -1 : 1;
    assertThat(towardsLeaving * trial.weight().z()).isGreaterThan(4);
    assertThat(trial.aucGain().difference()).isGreaterThan(0.002);
    assertThat(trial.logLossGain().difference()).isGreaterThan(0.005);
    assertThat(trial.logLossGain().isSignificant(0.05)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ofOthers")
  void run_signOfSomebodyElse_hasNoWeightAndGainsNothing(Signal signal) {
    SignalTrial trial = SignalTrial.run(log, CUTOFF, HORIZON, List.of(signal)).get(0);

    assertThat(Math.abs(trial.weight().z())).isLessThan(3);
    assertThat(Math.abs(trial.aucGain().difference())).isLessThan(0.001);
    assertThat(Math.abs(trial.logLossGain().difference())).isLessThan(0.001);
  }

  @Test
  void score_whoComplained_saysSo() {
    var base = log.asOf(CUTOFF.plusDays(1));
    Signal complaints = planted.get(0);
    SignalScorer scorer =
        SignalModel.of(List.of(complaints, renamed(ofOthers.get(1)))).fit(base).orThrow();
    double[] values = complaints.covariate().of(base, 90);
    var scores = scorer.score(base, HORIZON);

    assertThat(scorer.weights())
        .extracting(SignalWeight::signal)
        .containsExactly("complaints", "noise");
    int saying = 0;
    for (int row = 0; row < base.size(); row++) {
      boolean saysSo = scores.score(row).reasons().stream()
          .anyMatch(reason -> reason.text(Locale.ENGLISH).startsWith("complaints count +"));
      assertThat(saysSo).isEqualTo(values[row] > 0);
      saying += saysSo ? 1 : 0;
    }
    assertThat(saying).isPositive();
  }

  @Test
  void fit_tooLittle_isAValue() {
    assertThat(SignalModel.of(List.of()).fit(Bases.empty()).verdicts())
        .extracting(Verdict::code)
        .containsExactly("TOO_LITTLE_TO_LEARN");
  }

  private static Signal renamed(Signal signal) {
    return new Signal("noise", Reason.of("test.noise"), signal.covariate());
  }

  private static LocalDate day(double day) {
    return START.plusDays((long) day);
  }
}
