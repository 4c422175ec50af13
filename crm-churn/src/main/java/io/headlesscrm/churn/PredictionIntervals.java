package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult.Fitted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of 95 % for whatever a fitted model predicts, by the delta method: the covariance of the logarithms of the
 * parameters carried over by the slopes of the prediction. Quantities above 0 are taken in their logarithm and
 * probabilities in their logit, so that no end leaves the range. Immutable and thread-safe.
 *
 * <p>Source: Casella &amp; Berger (2002), Statistical Inference, section 5.5.4 (delta method).
 *
 * @param <P> the model
 */
public final class PredictionIntervals<P> {

  /** Standard deviations from the middle to either end: 95 % of a normal distribution lie between. */
  public static final double DEVIATIONS = 1.959963984540054;

  /** In the logarithm of a parameter; the slope is central, so that its error is of the order of the square. */
  private static final double STEP = 1e-4;

  private final P model;
  private final LogCovariance covariance;
  private final List<P> above = new ArrayList<>();
  private final List<P> below = new ArrayList<>();

  private PredictionIntervals(P model, LogCovariance covariance) {
    this.model = model;
    this.covariance = covariance;
  }

  /**
   * The intervals of a fitted model.
   *
   * @param fitted with its diagnostics
   * @param <P> the model
   * @return for any of its predictions
   */
  public static <P extends Parametric<P>> PredictionIntervals<P> of(Fitted<? extends P> fitted) {
    P model = fitted.model();
    LogCovariance covariance = fitted.diagnostics().covariance();
    PredictionIntervals<P> intervals = new PredictionIntervals<>(model, covariance);
    for (String name : covariance.names()) {
      intervals.above.add(model.withParameters(moved(model.parameters(), name, STEP)));
      intervals.below.add(model.withParameters(moved(model.parameters(), name, -STEP)));
    }
    return intervals;
  }

  private static Map<String, Double> moved(
      Map<String, Double> parameters, String name, double step) {
    Map<String, Double> moved = new LinkedHashMap<>(parameters);
    moved.put(name, requireNonNull(parameters.get(name), name) * Math.exp(step));
    return moved;
  }

  /**
   * The standard error of a prediction.
   *
   * @param prediction of a model
   * @return in the unit of the prediction, at least 0; infinite when the data do not determine the parameters
   */
  public double standardError(ToDoubleFunction<? super P> prediction) {
    double[] slopes = new double[above.size()];
    for (int i = 0; i < slopes.length; i++) {
      double high = prediction.applyAsDouble(above.get(i));
      double low = prediction.applyAsDouble(below.get(i));
      slopes[i] = high == low ? 0 : (high - low) / (2 * STEP);
    }
    return Math.sqrt(covariance.variance(slopes));
  }

  /**
   * The interval of a quantity that cannot be negative.
   *
   * @param prediction at least 0
   * @return from 0 to infinity when the data do not determine the parameters; no width at 0 and infinity
   */
  public Interval ofPositive(ToDoubleFunction<? super P> prediction) {
    double estimate = prediction.applyAsDouble(model);
    if (!(estimate > 0 && estimate < Double.POSITIVE_INFINITY)) {
      return new Interval(estimate, estimate, estimate);
    }
    double deviation = standardError(one -> Math.log(prediction.applyAsDouble(one)));
    double factor = Math.exp(DEVIATIONS * deviation);
    return new Interval(estimate, estimate / factor, estimate * factor);
  }

  /**
   * The interval of a probability.
   *
   * @param prediction in [0, 1]
   * @return in [0, 1]; all of it when the data do not determine the parameters; no width at 0 and 1
   */
  public Interval ofProbability(ToDoubleFunction<? super P> prediction) {
    double estimate = prediction.applyAsDouble(model);
    if (!(estimate > 0 && estimate < 1)) {
      return new Interval(estimate, estimate, estimate);
    }
    double deviation = standardError(one -> logit(prediction.applyAsDouble(one)));
    double factor = Math.exp(DEVIATIONS * deviation);
    double odds = estimate / (1 - estimate);
    return new Interval(
        estimate,
        Math.min(estimate, 1 / (1 + factor / odds)),
        Math.max(estimate, 1 / (1 + 1 / (odds * factor))));
  }

  private static double logit(double probability) {
    return Math.log(probability) - Math.log1p(-probability);
  }
}
