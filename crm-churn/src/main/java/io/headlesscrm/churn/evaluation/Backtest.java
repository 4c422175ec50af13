package io.headlesscrm.churn.evaluation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnModel;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits scorers on what was known at a date and compares what they say with what happened after it. A model is given the
 * base as of that date and nothing else; the outcome is looked up when all have spoken.
 *
 * <p>Beside the models stand two naive baselines, which cannot be left out: {@link #RECENCY}, the days since the last
 * purchase, which ranks only, and {@link #LAST_SHARE}, which gives everybody the part of customers who were silent in a
 * span of the same length before. Immutable and thread-safe.
 */
public final class Backtest {

  /** The name of the baseline that ranks by the days since the last purchase. */
  public static final String RECENCY = "naive-recency";

  /** The name of the baseline that says of everybody what was true of all before. */
  public static final String LAST_SHARE = "naive-last-share";

  private final Map<String, ChurnModel<?>> models;
  private final ReturnsPolicy policy;

  private Backtest(Map<String, ChurnModel<?>> models, ReturnsPolicy policy) {
    this.models = new LinkedHashMap<>(models);
    this.policy = policy;
  }

  /**
   * A back-test of sales.
   *
   * @return without models; the baselines are always there
   */
  public static Backtest of() {
    return new Backtest(Map.of(), ReturnsPolicy.SALES);
  }

  /**
   * This back-test with one model more.
   *
   * @param name of the model in the report
   * @param model how it is learnt from a base
   * @param <S> the scorer
   * @return a new back-test
   * @throws IllegalArgumentException when there is a model of that name
   */
  public <S extends ChurnScorer> Backtest with(String name, ChurnModel<S> model) {
    if (models.containsKey(name) || name.equals(RECENCY) || name.equals(LAST_SHARE)) {
      throw new IllegalArgumentException(
          "name is \"" + name + "\", there is a scorer of that name already");
    }
    Map<String, ChurnModel<?>> more = new LinkedHashMap<>(models);
    more.put(requireNonNull(name, "name"), requireNonNull(model, "model"));
    return new Backtest(more, policy);
  }

  /**
   * This back-test under another policy.
   *
   * @param other which rows count
   * @return a new back-test
   */
  public Backtest withPolicy(ReturnsPolicy other) {
    return new Backtest(models, requireNonNull(other, "other"));
  }

  /**
   * Runs at one date.
   *
   * @param log that reaches to the end of the horizon
   * @param cutoff the last day that the models know
   * @param horizon from the day after on
   * @return what was found out
   * @throws IllegalArgumentException when nobody bought until the cutoff, or the log ends before the horizon
   */
  public BacktestReport run(PurchaseLog log, LocalDate cutoff, Horizon horizon) {
    LocalDate end = cutoff.plusDays(horizon.days());
    if (log.isEmpty() || end.isAfter(log.window().end().minusDays(1))) {
      throw new IllegalArgumentException("the horizon ends on " + end
          + ", the log must reach that day"
          + (log.isEmpty() ? "" : ", it ends on " + log.window().end().minusDays(1))
          + ". Maybe choose an earlier cutoff?");
    }
    CustomerBase base = log.through(cutoff, policy);
    if (base.size() == 0) {
      throw new IllegalArgumentException(
          "nobody bought until " + cutoff + ". Maybe choose a later cutoff?");
    }
    Map<String, FitResult<? extends ChurnScorer>> fits = new LinkedHashMap<>();
    models.forEach((name, model) -> fits.put(name, model.fit(base)));
    return judge(Outcome.of(log, cutoff, horizon, policy), fits);
  }

  /**
   * Runs at several dates, each with fits of its own.
   *
   * @param log that reaches to the end of the horizon after the last date
   * @param cutoffs the last days that the models know
   * @param horizon from the day after on
   * @return one report per date, in their order
   */
  public List<BacktestReport> run(PurchaseLog log, List<LocalDate> cutoffs, Horizon horizon) {
    return cutoffs.stream().map(cutoff -> run(log, cutoff, horizon)).toList();
  }

  private static BacktestReport judge(
      Outcome outcome, Map<String, FitResult<? extends ChurnScorer>> fits) {
    List<Judgement> judgements = new ArrayList<>();
    Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
    fits.forEach((name, fit) -> {
      verdicts.put(name, fit.verdicts());
      if (fit instanceof FitResult.Fitted<? extends ChurnScorer> fitted) {
        judgements.add(judge(name, fitted.model(), outcome));
      }
    });
    judgements.add(Naive.recency(outcome));
    judgements.add(Naive.lastShare(outcome));
    return new BacktestReport(outcome, judgements, verdicts);
  }

  private static Judgement judge(String name, ChurnScorer scorer, Outcome outcome) {
    ChurnScores scores = scorer.score(outcome.base(), outcome.horizon());
    double[] probabilities = new double[scores.size()];
    for (int row = 0; row < probabilities.length; row++) {
      probabilities[row] = scores.churnProbability(row);
    }
    CountErrors counts = scorer instanceof PurchaseForecaster forecaster
        ? CountErrors.of(
            forecaster.forecast(outcome.base(), outcome.horizon()), outcome.purchaseDays())
        : null;
    return Judgement.ofProbabilities(name, false, probabilities, outcome.left(), counts);
  }
}
