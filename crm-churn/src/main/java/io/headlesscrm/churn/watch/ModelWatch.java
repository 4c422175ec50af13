package io.headlesscrm.churn.watch;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.churn.internal.math.NormalTail;
import io.headlesscrm.churn.process.PurchaseProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alarm that a frozen model has drifted away from what customers do. Each new period is held against what the model
 * expected of it, and against how sure it was: a model that still holds raises the flag in at most the stated part of the
 * periods, as far as customers act independently of each other. A season or a strike, which moves all of them, is such a
 * drift too.
 *
 * <p>A purchase-process model ({@link #ofCounts(PurchaseProcess)}) is watched by three signs: the sum of the purchase
 * days, the customers without one, and the mean log-likelihood of the customers' numbers of purchase days, which sees a
 * change that leaves both sums alone. Any other scorer ({@link #ofScores}) by two: the customers without a purchase and
 * the log-loss. Each sign is a sum over customers whose mean and variance the model gives, so that the deviation is
 * normal where there are some hundred customers; each is tested at the false alarm rate divided by the number of signs.
 *
 * <p>Keeps no state: what a period showed is in its report. Immutable and thread-safe.
 */
public final class ModelWatch {

  private static final double USUAL_RATE = 0.01;

  /** Verdicts of fits whose covariance says less than the truth. */
  private static final Set<String> NOT_DETERMINED =
      Set.of("RIDGE", "BOUNDARY", "DROPOUT_NOT_IDENTIFIED", "NOT_CONVERGED");

  private final Signs signs;
  private final double falseAlarmRate;
  private final @Nullable Outcome reference;

  private ModelWatch(Signs signs, double falseAlarmRate, @Nullable Outcome reference) {
    this.signs = signs;
    this.falseAlarmRate = falseAlarmRate;
    this.reference = reference;
  }

  /**
   * Watches a purchase-process model whose parameters are taken as they are. Those of a fit are uncertain: see the other
   * form, without which a fit to few customers raises false alarms.
   *
   * @param model frozen
   * @return a watch with a false alarm rate of 1 %
   */
  public static ModelWatch ofCounts(PurchaseProcess model) {
    return new ModelWatch(
        new CountSigns(requireNonNull(model, "model"), Optional.empty()), USUAL_RATE, null);
  }

  /**
   * Watches a fitted purchase-process model, with the uncertainty of its parameters. Where the data do not determine them,
   * which the fit says itself by {@code RIDGE}, {@code BOUNDARY} or {@code DROPOUT_NOT_IDENTIFIED}, nobody knows how far off
   * the model may be by chance: it raises no flag until it has a {@linkplain #withReference reference period}.
   *
   * @param fitted with its diagnostics
   * @return a watch with a false alarm rate of 1 %
   */
  public static ModelWatch ofCounts(Fitted<? extends PurchaseProcess> fitted) {
    return new ModelWatch(
        new CountSigns(fitted.model(), Optional.of(covariance(fitted))), USUAL_RATE, null);
  }

  static LogCovariance covariance(Fitted<?> fitted) {
    boolean isDetermined =
        fitted.verdicts().stream().map(Verdict::code).noneMatch(NOT_DETERMINED::contains);
    return isDetermined ? fitted.diagnostics().covariance() : LogCovariance.unknown();
  }

  /**
   * Watches the probabilities of any scorer, such as the default one.
   *
   * @param scorer frozen
   * @return a watch with a false alarm rate of 1 %
   */
  public static ModelWatch ofScores(ChurnScorer scorer) {
    return new ModelWatch(new ScoreSigns(requireNonNull(scorer, "scorer")), USUAL_RATE, null);
  }

  /**
   * This watch with another rate.
   *
   * @param rate how often a period may raise the flag although the model holds, in (0, 1); .01 is once in a hundred
   * @return a new watch
   * @throws IllegalArgumentException for another rate
   */
  public ModelWatch withFalseAlarmRate(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("false alarm rate is " + rate
          + ", it must be above 0 and below 1. Maybe it is in percent? 0.01 is 1 %.");
    }
    return new ModelWatch(signs, rate, reference);
  }

  /**
   * This watch against an earlier period, instead of against the model alone: what was off then, per customer, is taken as
   * the model's own error and not as drift.
   *
   * @param period such as the first one after the model was fitted; one that it has not learnt from
   * @return a new watch
   * @throws IllegalArgumentException when the period has no customer
   */
  public ModelWatch withReference(Outcome period) {
    if (period.base().size() == 0) {
      throw new IllegalArgumentException(
          "the reference period has no customer, there must be some to compare with");
    }
    return new ModelWatch(signs, falseAlarmRate, period);
  }

  /**
   * Looks at a period that has ended.
   *
   * @param period the customers at its start and what they bought in it; may be empty, which is no alarm
   * @return one finding per sign
   */
  public WatchReport check(Outcome period) {
    List<Excess> seen = signs.of(period);
    List<Excess> before = reference == null ? List.of() : signs.of(reference);
    List<Excess> compared = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      compared.add(before.isEmpty() ? seen.get(i) : seen.get(i).after(before.get(i)));
    }
    return report(period.base().size(), compared, falseAlarmRate);
  }

  static WatchReport report(int customers, List<Excess> signs, double falseAlarmRate) {
    double level = falseAlarmRate / signs.size();
    return new WatchReport(
        customers,
        falseAlarmRate,
        signs.stream().map(sign -> finding(sign, level)).toList());
  }

  private static Finding finding(Excess excess, double level) {
    double p = NormalTail.twoSided(Math.abs(excess.deviations()));
    return new Finding(
        excess.sign(),
        excess.shown(excess.observed()),
        excess.shown(excess.expected()),
        excess.deviations(),
        p,
        p < level);
  }
}
