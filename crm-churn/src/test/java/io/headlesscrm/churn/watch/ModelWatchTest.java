package io.headlesscrm.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.watch.Finding.Sign;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelWatchTest {

  private static final double RATE = 0.05;
  private static final double[] BG = {0.9, 5, 0.8, 2.4};
  private static final double[] PARETO = {0.9, 5, 2, 40};
  private static final BgNbd BG_NBD = BgNbd.of(TimeScale.WEEK, BG[0], BG[1], BG[2], BG[3]);
  private static final MbgNbd MBG_NBD = MbgNbd.of(TimeScale.WEEK, BG[0], BG[1], BG[2], BG[3]);
  private static final ParetoNbd PARETO_NBD =
      ParetoNbd.of(TimeScale.WEEK, PARETO[0], PARETO[1], PARETO[2], PARETO[3]);

  private static boolean isAlarm(
      PurchaseProcess model, Optional<LogCovariance> covariance, Buyers buyers) {
    List<Excess> signs = new CountSigns(model, covariance)
        .of(buyers.histories(), buyers.purchases(), Buyers.HORIZON);
    return ModelWatch.report(buyers.purchases().length, signs, RATE).isRetrainDue();
  }

  private static boolean isAlarm(PurchaseProcess model, Buyers buyers) {
    return isAlarm(model, Optional.empty(), buyers);
  }

  private static long alarms(int seeds, LongPredicate isAlarm) {
    return LongStream.range(0, seeds).filter(isAlarm).count();
  }

  /** As many as the stated rate gives on the mean, and three standard deviations of that number. */
  private static long most(int seeds) {
    return (long) (seeds * RATE + 3 * Math.sqrt(seeds * RATE * (1 - RATE)));
  }

  @Test
  void check_modelHolds_alarmsAtMostAtTheStatedRate() {
    assertThat(alarms(200, seed -> isAlarm(BG_NBD, Buyers.betaGeometric(400, 0, BG, 1, 1, seed))))
        .isLessThanOrEqualTo(most(200));
    assertThat(alarms(200, seed -> isAlarm(MBG_NBD, Buyers.betaGeometric(400, 1, BG, 1, 1, seed))))
        .isLessThanOrEqualTo(most(200));
    assertThat(alarms(20, seed -> isAlarm(PARETO_NBD, Buyers.pareto(150, PARETO, 1, 1, seed))))
        .isLessThanOrEqualTo(most(20));
  }

  /** Fitted to the same customers: without the uncertainty of the parameters there would be more alarms than stated. */
  @Test
  void check_fittedModelHolds_alarmsAtMostAtTheStatedRate() {
    assertThat(alarms(100, seed -> {
          Buyers buyers = Buyers.betaGeometric(600, 0, BG, 1, 1, seed);
          return isAlarmOfFit(BgNbd.fit(buyers.histogram()), buyers);
        }))
        .isLessThanOrEqualTo(most(100));
    assertThat(alarms(8, seed -> {
          Buyers buyers = Buyers.pareto(200, PARETO, 1, 1, seed);
          return isAlarmOfFit(ParetoNbd.fit(buyers.histogram()), buyers);
        }))
        .isLessThanOrEqualTo(most(8));
  }

  private static boolean isAlarmOfFit(FitResult<? extends PurchaseProcess> fit, Buyers buyers) {
    Fitted<? extends PurchaseProcess> fitted = (Fitted<? extends PurchaseProcess>) fit;
    return isAlarm(fitted.model(), Optional.of(ModelWatch.covariance(fitted)), buyers);
  }

  /** Where the fit says that the data do not determine its parameters, only a reference period can tell. */
  @Test
  void ofCounts_ridge_raisesNoFlagWithoutReference() {
    LocalDate cutoff = Bases.START.plusDays(359);
    PurchaseLog same = log(300, 1, 1, Bases.START.plusDays(420));
    PurchaseLog slow = log(300, 1, 0.3, Bases.START.plusDays(420));
    Horizon horizon = Horizon.ofDays(60);
    Fitted<BgNbd> fitted = (Fitted<BgNbd>) BgNbd.fit(same.through(cutoff, ReturnsPolicy.SALES));
    Outcome reference = Outcome.of(same, cutoff, horizon, ReturnsPolicy.SALES);
    Outcome drifted = Outcome.of(slow, cutoff.plusDays(60), horizon, ReturnsPolicy.SALES);
    ModelWatch watch = ModelWatch.ofCounts(fitted);

    // nobody leaves in these purchases
    assertThat(fitted.verdicts()).extracting(Verdict::code).contains("DROPOUT_NOT_IDENTIFIED");
    assertThat(watch.check(drifted).isRetrainDue()).isFalse();
    assertThat(watch.withReference(reference).check(drifted).isRetrainDue()).isTrue();
    assertThat(watch
            .withReference(reference)
            .check(Outcome.of(same, cutoff.plusDays(60), horizon, ReturnsPolicy.SALES))
            .isRetrainDue())
        .isFalse();
  }

  @Test
  void check_ratesHalved_alarms() {
    assertThat(alarms(20, seed -> isAlarm(BG_NBD, Buyers.betaGeometric(1000, 0, BG, 0.5, 1, seed))))
        .isEqualTo(20);
    assertThat(
            alarms(20, seed -> isAlarm(MBG_NBD, Buyers.betaGeometric(1000, 1, BG, 0.5, 1, seed))))
        .isEqualTo(20);
    assertThat(alarms(2, seed -> isAlarm(PARETO_NBD, Buyers.pareto(500, PARETO, 0.5, 1, seed))))
        .isEqualTo(2);
  }

  @Test
  void check_dropoutDoubled_alarms() {
    assertThat(alarms(20, seed -> isAlarm(BG_NBD, Buyers.betaGeometric(3000, 0, BG, 1, 2, seed))))
        .isEqualTo(20);
    assertThat(alarms(20, seed -> isAlarm(MBG_NBD, Buyers.betaGeometric(3000, 1, BG, 1, 2, seed))))
        .isEqualTo(20);
    assertThat(alarms(2, seed -> isAlarm(PARETO_NBD, Buyers.pareto(2000, PARETO, 1, 2, seed))))
        .isEqualTo(2);
  }

  /** Probabilities of silence alone, which any scorer has. */
  @Test
  void check_scores_alarmAtTheStatedRateAndOnDrift() {
    assertThat(alarms(400, seed -> isAlarmOfScores(1, 1, 400, seed)))
        .isLessThanOrEqualTo(most(400));
    assertThat(alarms(20, seed -> isAlarmOfScores(0.5, 1, 1000, seed))).isEqualTo(20);
  }

  private static boolean isAlarmOfScores(double rate, double leaving, int customers, long seed) {
    Buyers buyers = Buyers.betaGeometric(customers, 1, BG, rate, leaving, seed);
    double[] silence = buyers.histories().stream()
        .mapToDouble(one -> 1 - MBG_NBD.activeProbability(one, Buyers.HORIZON))
        .toArray();
    List<Excess> signs = ScoreSigns.of(silence, buyers.left());
    return ModelWatch.report(customers, signs, RATE).isRetrainDue();
  }

  /** The moments of ten customers against the sums written out: two outcomes of silence .2 and .9. */
  @Test
  void scoreSigns_twoCustomers_byHand() {
    List<Excess> signs = ScoreSigns.of(new double[] {0.2, 0.9}, new boolean[] {true, true});
    double entropy =
        -0.2 * Math.log(0.2) - 0.8 * Math.log(0.8) - 0.9 * Math.log(0.9) - 0.1 * Math.log(0.1);

    assertThat(signs.get(0).observed()).isEqualTo(2);
    assertThat(signs.get(0).expected()).isCloseTo(1.1, within(1e-12));
    assertThat(signs.get(0).chance()).isCloseTo(0.16 + 0.09, within(1e-12));
    assertThat(signs.get(1).observed()).isCloseTo(-Math.log(0.18), within(1e-12));
    assertThat(signs.get(1).expected()).isCloseTo(entropy, within(1e-12));
    assertThat(signs.get(1).chance())
        .isCloseTo(
            0.16 * Math.pow(Math.log(4), 2) + 0.09 * Math.pow(Math.log(9), 2), within(1e-12));
  }

  /** The mean of the counts by its closed form is a second route. */
  @Test
  void countMoments_anyHistory_agreeWithTheModel() {
    for (PurchaseProcess model : List.of(BG_NBD, MBG_NBD, PARETO_NBD)) {
      for (PurchaseHistory history : List.of(
          new PurchaseHistory(0, 0, 30),
          new PurchaseHistory(3, 20, 30),
          new PurchaseHistory(25, 30, 30))) {
        CountMoments moments = CountMoments.of(model, history, 13);

        assertThat(moments.mean()).isCloseTo(model.expectedPurchases(history, 13), within(1e-5));
        assertThat(1 - moments.silent())
            .isCloseTo(model.activeProbability(history, 13), within(1e-9));
        assertThat(moments.variance()).isPositive();
        assertThat(moments.lnMean()).isNegative();
      }
    }
  }

  private static PurchaseLog log(int customers, long seed, double rateAfter, LocalDate from) {
    Random random = new Random(seed);
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    int change = (int) (from.toEpochDay() - Bases.START.toEpochDay());
    for (int i = 0; i < customers; i++) {
      double mean = 15 + 80 * random.nextDouble();
      double day = random.nextInt(250);
      while (day < 540) {
        log.add(CustomerId.of("K" + i), Bases.START.plusDays((long) day), Money.of("10.00", "EUR"));
        double next = day + 1 - mean * Math.log(1 - random.nextDouble());
        // who waits on the day of the change waits on at the new rate
        double changed = Math.max(day + 1, change);
        day = next < change ? next : changed + (next - changed) / rateAfter;
      }
    }
    return log.build();
  }

  /** The default scorer learns from dates, with a reference period for what it is off from the start. */
  @Test
  void ofScores_defaultScorer_alarmsOnDriftAlone() {
    LocalDate fitted = Bases.START.plusDays(359);
    LocalDate first = fitted.plusDays(60);
    Horizon horizon = Horizon.ofDays(60);
    int alarms = 0;
    for (long seed = 0; seed < 6; seed++) {
      PurchaseLog same = log(500, seed, 1, first);
      PurchaseLog slow = log(500, seed, 0.4, first);
      Blend blend = Blend.fit(same.through(fitted, ReturnsPolicy.SALES)).orThrow();
      ModelWatch watch = ModelWatch.ofScores(blend)
          .withReference(Outcome.of(same, fitted, horizon, ReturnsPolicy.SALES));
      WatchReport drifted = watch.check(Outcome.of(slow, first, horizon, ReturnsPolicy.SALES));
      alarms +=
          watch.check(Outcome.of(same, first, horizon, ReturnsPolicy.SALES)).isRetrainDue() ? 1 : 0;

      assertThat(drifted.isRetrainDue()).as("seed " + seed).isTrue();
      assertThat(drifted.reasons().get(0).text(Locale.ENGLISH))
          .matches("\\d+ customers without a purchase where the model expected .*");
    }
    assertThat(alarms).isZero();
  }

  @Test
  void check_log_findsWhatWasBought() {
    LocalDate cutoff = Bases.START.plusDays(359);
    PurchaseLog log = log(300, 1, 1, cutoff);
    Outcome outcome = Outcome.of(log, cutoff, Horizon.ofDays(56), ReturnsPolicy.SALES);
    WatchReport report = ModelWatch.ofCounts(BG_NBD).withFalseAlarmRate(0.2).check(outcome);
    int bought = Arrays.stream(outcome.purchaseDays()).sum();

    assertThat(report.customers()).isEqualTo(300);
    assertThat(report.findings())
        .extracting(Finding::sign)
        .containsExactly(Sign.PURCHASES, Sign.SILENT_CUSTOMERS, Sign.LIKELIHOOD);
    assertThat(report.findings().get(0).observed()).isEqualTo(bought);
    assertThat(report.isRetrainDue()).isTrue();
    assertThat(report.findings().get(0).toString()).startsWith("ALARM PURCHASES: " + bought);
    assertThat(report.reasons().get(0).text(Locale.CHINESE)).startsWith("购买日");
  }

  /** What was off in the reference period is expected to be off again. */
  @Test
  void withReference_samePeriod_noDeviationIsLeft() {
    LocalDate cutoff = Bases.START.plusDays(359);
    Outcome outcome =
        Outcome.of(log(300, 1, 1, cutoff), cutoff, Horizon.ofDays(56), ReturnsPolicy.SALES);
    PurchaseCycle wrong = PurchaseCycle.of(2000);
    ModelWatch watch = ModelWatch.ofScores(wrong);

    assertThat(watch.check(outcome).isRetrainDue()).isTrue();
    assertThat(watch.withReference(outcome).check(outcome).findings())
        .allSatisfy(finding -> assertThat(finding.deviations()).isCloseTo(0, within(1e-9)));
  }

  @Test
  void check_nobody_noAlarm() {
    PurchaseLog empty = PurchaseLogBuilder.of(Currency.getInstance("EUR")).build();
    Outcome nobody = Outcome.of(empty, Bases.AS_OF, Horizon.ofDays(30), ReturnsPolicy.SALES);

    assertThat(ModelWatch.ofCounts(BG_NBD).check(nobody).isRetrainDue()).isFalse();
    assertThat(ModelWatch.ofScores(BG_NBD).check(nobody).reasons()).isEmpty();
    assertThatThrownBy(() -> ModelWatch.ofScores(BG_NBD).withReference(nobody))
        .hasMessageContaining("has no customer");
    assertThatThrownBy(() -> ModelWatch.ofScores(BG_NBD).withFalseAlarmRate(5))
        .hasMessageContaining("false alarm rate is 5.0")
        .hasMessageContaining("Maybe");
  }
}
