package io.headlesscrm.churn.supervised;

import io.headlesscrm.churn.ChurnModel;
import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scorer that learns from what customers did after earlier dates, and from nothing else: ridge-logistic regression on
 * {@link Features}, or a classifier of the host on the same columns. Immutable and thread-safe when the classifier is.
 */
public final class Supervised implements ChurnScorer {

  /** The name of the regression in files and provenances. */
  public static final String NAME = "ridge-logistic";

  private final String name;
  private final RidgeRegression columns;
  private final Classifier classifier;

  private Supervised(String name, RidgeRegression columns, Classifier classifier) {
    this.name = name;
    this.columns = columns;
    this.classifier = classifier;
  }

  /**
   * Fits the regression.
   *
   * @param base may be empty
   * @return the scorer, or {@code TOO_LITTLE_TO_LEARN}: fewer than 50 rows of either outcome
   */
  public static FitResult<Supervised> fit(CustomerBase base) {
    RidgeRegression regression = regression(base);
    TrainingRows training = regression.trainingRows(base);
    Optional<Verdict> obstacle = training.findObstacle();
    if (obstacle.isPresent()) {
      return new FitResult.NotFitted<>(obstacle.get());
    }
    LinearPredictor logit = regression.logistic(training);
    return fitted(base, training, NAME, regression, row -> LogSpace.sigmoid(logit.of(row)));
  }

  /**
   * A model that learns with a classifier of the host.
   *
   * @param name for reports
   * @param learner is given the columns of all training rows
   * @return the model, to be fitted and back-tested like every other
   */
  public static ChurnModel<Supervised> by(String name, Classifier.Learner learner) {
    return base -> {
      RidgeRegression columns = regression(base);
      TrainingRows training = columns.trainingRows(base);
      Optional<Verdict> obstacle = training.findObstacle();
      if (obstacle.isPresent()) {
        return new FitResult.NotFitted<>(obstacle.get());
      }
      double[] outcome = training.active();
      boolean[] active = new boolean[outcome.length];
      for (int i = 0; i < active.length; i++) {
        active[i] = outcome[i] > 0;
      }
      Classifier classifier = learner.fit(training.rows(), active, training.weights());
      return fitted(base, training, name, columns, classifier);
    };
  }

  private static RidgeRegression regression(CustomerBase base) {
    int history = base.window().days() - 1;
    int[] origins = Origins.daysBefore(history);
    return RidgeRegression.of(
        Features.of(origins.length == 0 ? 0 : history - origins[0], Detail.DAYS));
  }

  private static FitResult<Supervised> fitted(
      CustomerBase base,
      TrainingRows training,
      String name,
      RidgeRegression columns,
      Classifier classifier) {
    FitDiagnostics diagnostics = FitDiagnostics.ofLearning(List.of(), base.size(), training.size());
    return new FitResult.Fitted<>(new Supervised(name, columns, classifier), diagnostics);
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double[][] rows = columns.columns(base, horizon.days());
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(
            name,
            Map.of("horizonDays", String.valueOf(horizon.days())),
            base.window(),
            base.size()),
        row -> 1 - classifier.activeProbability(rows[row]),
        row -> List.of(ChurnReasons.silence(base, row, usualGap(base, row))));
  }

  private static double usualGap(CustomerBase base, int row) {
    return (base.recencyOfLast(row) + 1.0) / (base.repeatPurchases(row) + 1);
  }
}
