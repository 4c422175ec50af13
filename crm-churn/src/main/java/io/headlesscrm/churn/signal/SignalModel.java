package io.headlesscrm.churn.signal;

import io.headlesscrm.churn.ChurnModel;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.supervised.Detail;
import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.Origins;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.churn.supervised.TrainingRows;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ridge-logistic regression on what purchase days tell and on signals beside them, learnt from what customers did after
 * earlier dates. Immutable.
 */
public final class SignalModel implements ChurnModel<SignalScorer> {

  private final List<Signal> signals;

  private SignalModel(List<Signal> signals) {
    this.signals = List.copyOf(signals);
  }

  /**
   * A model with signals.
   *
   * @param signals none: purchase days alone
   * @return to be fitted and back-tested like every other
   * @throws IllegalArgumentException when two have one name
   */
  public static SignalModel of(List<Signal> signals) {
    Set<String> names = new HashSet<>();
    for (Signal signal : signals) {
      if (!names.add(signal.name())) {
        throw new IllegalArgumentException("two signals have the name \"" + signal.name()
            + "\", each must have its own. Maybe one is there twice?");
      }
    }
    return new SignalModel(signals);
  }

  /**
   * Fits the regression.
   *
   * @param base may be empty
   * @return the scorer, or {@code TOO_LITTLE_TO_LEARN}: fewer than 50 rows of either outcome
   */
  @Override
  public FitResult<SignalScorer> fit(CustomerBase base) {
    RidgeRegression regression = regression(base);
    TrainingRows training = regression.trainingRows(base);
    Optional<Verdict> obstacle = training.findObstacle();
    if (obstacle.isPresent()) {
      return new FitResult.NotFitted<>(obstacle.get());
    }
    FitDiagnostics diagnostics = FitDiagnostics.ofLearning(List.of(), base.size(), training.size());
    return new FitResult.Fitted<>(
        new SignalScorer(signals, regression, regression.logistic(training)), diagnostics);
  }

  private RidgeRegression regression(CustomerBase base) {
    int history = base.window().days() - 1;
    int[] origins = Origins.daysBefore(history);
    RidgeRegression regression = RidgeRegression.of(
        Features.of(origins.length == 0 ? 0 : history - origins[0], Detail.DAYS));
    for (Signal signal : signals) {
      regression = regression.with(signal.name(), signal.covariate());
    }
    return regression;
  }
}
