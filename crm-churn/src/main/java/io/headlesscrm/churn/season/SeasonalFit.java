package io.headlesscrm.churn.season;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.FitResult.NotFitted;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.internal.math.ChiSquare;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Learns a profile and the parameters in turn, each given the other, until neither changes. */
final class SeasonalFit {

  private static final int DAYS_OF_A_YEAR = 365;
  private static final double TEST_LEVEL = 0.05;

  /** As if so many more purchases had been made in each slot, at the usual rate. */
  private static final double STEADYING_PURCHASES = 10;

  /** In the logarithm of a factor. */
  private static final double TOLERANCE = 1e-8;

  private static final int MOST_ROUNDS = 500;

  private final CustomerBase base;
  private final SeasonSample sample;
  private final Function<PurchaseHistogram, ? extends FitResult<? extends BetaGeometricModel>>
      plain;

  SeasonalFit(
      CustomerBase base,
      SeasonSample sample,
      Function<PurchaseHistogram, ? extends FitResult<? extends BetaGeometricModel>> plain) {
    this.base = base;
    this.sample = sample;
    this.plain = plain;
  }

  FitResult<SeasonalModel> run(Optional<SeasonalProfile> given) {
    SeasonalProfile start = given.orElseGet(() -> SeasonalProfile.flat(sample.grain()));
    FitResult<? extends BetaGeometricModel> first = plain.apply(sample.histogram(start));
    if (first instanceof Fitted<? extends BetaGeometricModel> fitted) {
      return given.isPresent()
          ? result(start, fitted, fitted.diagnostics().iterations(), List.of())
          : learnt(start, fitted);
    }
    return new NotFitted<>(first.verdicts().get(0));
  }

  private FitResult<SeasonalModel> learnt(
      SeasonalProfile flat, Fitted<? extends BetaGeometricModel> without) {
    if (sample.days() < DAYS_OF_A_YEAR) {
      return new NotFitted<>(tooShort());
    }
    SeasonalProfile profile = flat;
    Fitted<? extends BetaGeometricModel> with = without;
    double change = Double.POSITIVE_INFINITY;
    int iterations = without.diagnostics().iterations();
    for (int round = 0; round < MOST_ROUNDS && change > TOLERANCE; round++) {
      SeasonalProfile next = profileGiven(profile, with.model());
      change = change(profile, next);
      profile = next;
      FitResult<? extends BetaGeometricModel> refitted = plain.apply(sample.histogram(profile));
      if (!(refitted instanceof Fitted<? extends BetaGeometricModel> fitted)) {
        return new NotFitted<>(refitted.verdicts().get(0));
      }
      with = fitted;
      iterations += fitted.diagnostics().iterations();
    }
    return result(profile, with, iterations, verdicts(profile, with, without, change));
  }

  private SeasonalProfile profileGiven(SeasonalProfile profile, BetaGeometricModel model) {
    double[] usual = sample.usualPurchases(profile, model);
    double[] factors = new double[usual.length];
    for (int slot = 0; slot < factors.length; slot++) {
      factors[slot] = (sample.repeatPurchases(slot) + STEADYING_PURCHASES)
          / (usual[slot] + STEADYING_PURCHASES);
    }
    return SeasonalProfile.of(profile.grain(), factors);
  }

  private static double change(SeasonalProfile from, SeasonalProfile to) {
    double[] before = from.factors();
    double[] after = to.factors();
    double change = 0;
    for (int slot = 0; slot < before.length; slot++) {
      change = Math.max(change, Math.abs(Math.log(after[slot] / before[slot])));
    }
    return change;
  }

  private double logLikelihood(
      SeasonalProfile profile, Fitted<? extends BetaGeometricModel> fitted) {
    return fitted.diagnostics().logLikelihood() + sample.logLikelihoodOfSlots(profile);
  }

  private FitResult<SeasonalModel> result(
      SeasonalProfile profile,
      Fitted<? extends BetaGeometricModel> fitted,
      int iterations,
      List<Verdict> seasonal) {
    List<Verdict> verdicts = new ArrayList<>(seasonal);
    verdicts.addAll(fitted.verdicts());
    FitDiagnostics inner = fitted.diagnostics();
    FitDiagnostics diagnostics = new FitDiagnostics(
        logLikelihood(profile, fitted),
        inner.gradientNorm(),
        inner.standardErrors(),
        inner.covariance(),
        verdicts,
        inner.customers(),
        inner.uniqueTriples(),
        iterations);
    Provenance provenance = Provenance.of(
        SeasonalModel.NAME,
        Map.of(
            "process", fitted.model().name(),
            "unit", fitted.model().unit().name(),
            "grain", profile.grain().toString()),
        base.window(),
        base.size());
    return new Fitted<>(
        SeasonalModel.of(fitted.model(), profile).withProvenance(provenance), diagnostics);
  }

  private List<Verdict> verdicts(
      SeasonalProfile profile,
      Fitted<? extends BetaGeometricModel> with,
      Fitted<? extends BetaGeometricModel> without,
      double change) {
    List<Verdict> verdicts = new ArrayList<>();
    if (change > TOLERANCE) {
      verdicts.add(Verdict.notConverged(change, TOLERANCE));
    }
    double gain = logLikelihood(profile, with) - without.diagnostics().logLikelihood();
    double pValue = ChiSquare.upperTail(2 * Math.max(0, gain), profile.grain().slots() - 1);
    if (pValue > TEST_LEVEL) {
      verdicts.add(warning(
          "SEASON_NOT_SHOWN",
          Reason.of("churn.fit.seasonNotShown").with("p", pValue).with("level", TEST_LEVEL)));
    }
    if (sample.days() < 2 * DAYS_OF_A_YEAR) {
      verdicts.add(warning(
          "SEASON_SEEN_ONCE",
          Reason.of("churn.fit.seasonSeenOnce")
              .with("days", sample.days())
              .with("least", 2 * DAYS_OF_A_YEAR)));
    }
    return verdicts;
  }

  private static Verdict warning(String code, Reason reason) {
    return new Verdict(code, Severity.WARNING, reason);
  }

  private Verdict tooShort() {
    return new Verdict(
        "SEASON_TOO_SHORT",
        Severity.ERROR,
        Reason.of("churn.fit.seasonTooShort")
            .with("days", sample.days())
            .with("least", DAYS_OF_A_YEAR));
  }
}
