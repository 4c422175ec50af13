package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.PredictionIntervals;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.Objective;
import io.headlesscrm.core.time.TimeScale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Intervals of single parameters by profile likelihood. The signed root of twice the drop of the log-likelihood is nearly
 * linear in the logarithm of a parameter, so that Newton's method on it needs a few steps; its slope is that of the
 * likelihood in this one direction, the others being at their optimum.
 */
public final class ProfileLikelihood {

  private static final double DEVIATIONS = PredictionIntervals.DEVIATIONS;
  private static final double LONGEST_FIRST_STEP = 2;
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_STEPS = 60;

  private final Objective loss;
  private final Box box;
  private final Minimum best;
  private final double customers;

  private ProfileLikelihood(Objective loss, Box box, Minimum best, double customers) {
    this.loss = loss;
    this.box = box;
    this.best = best;
    this.customers = customers;
  }

  /**
   * The intervals of all parameters.
   *
   * @param loss minus the mean log-likelihood in the logarithms of the parameters
   * @param start the logarithms of fitted parameters
   * @param names in the order of the point
   * @param scales by which each parameter is multiplied in the end
   */
  public static Map<String, Interval> intervals(
      Objective loss,
      Box box,
      double[] start,
      double customers,
      List<String> names,
      double[] scales) {
    Minimum best = NewtonMinimiser.minimise(loss, box, start);
    ProfileLikelihood profile = new ProfileLikelihood(loss, box, best, customers);
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      double estimate = Math.exp(best.point(i)) * scales[i];
      double low = Math.exp(profile.end(i, -1)) * scales[i];
      double high = Math.exp(profile.end(i, 1)) * scales[i];
      intervals.put(
          names.get(i), new Interval(estimate, Math.min(low, estimate), Math.max(high, estimate)));
    }
    return intervals;
  }

  /** Refuses a histogram to which the model cannot have been fitted. */
  public static void requireFitted(PurchaseHistogram histogram, TimeScale unit) {
    if (histogram.unit() != unit) {
      throw new IllegalArgumentException(
          "the unit of the histogram is " + histogram.unit() + ", it must be " + unit);
    }
    histogram.findObstacle().ifPresent(obstacle -> {
      throw new IllegalArgumentException("the histogram has no fit: " + obstacle.reason()
          + ". Maybe it is not the one that the model was fitted to?");
    });
  }

  /** The logarithm of one end; infinite where the drop stays too small up to the face of the box. */
  private double end(int i, int side) {
    double face = side < 0 ? box.lower(i) : box.upper(i);
    double inside = best.point(i);
    double[] near = point(best);
    double step = Math.min(LONGEST_FIRST_STEP, DEVIATIONS * conditionalDeviation(i));
    while (inside != face) {
      double outside = side * Math.min(side * face, side * inside + step);
      Minimum there = at(i, outside, near);
      if (deviations(there) >= DEVIATIONS) {
        return between(i, inside, outside, there);
      }
      inside = outside;
      near = point(there);
      step *= 2;
    }
    return side * Double.POSITIVE_INFINITY;
  }

  /** With the other parameters held: a first step that is rather too short. */
  private double conditionalDeviation(int i) {
    double curvature = customers * best.evaluation().hessian(i, i);
    return curvature > 0 ? 1 / Math.sqrt(curvature) : 1;
  }

  private double between(int i, double inside, double outside, Minimum first) {
    double low = inside;
    double high = outside;
    Minimum here = first;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      double deviations = deviations(here);
      double excess = deviations - DEVIATIONS;
      double at = here.point(i);
      if (excess > 0) {
        high = at;
      } else {
        low = at;
      }
      if (Math.abs(excess) < TOLERANCE) {
        return at;
      }
      double next = at - excess * deviations / (customers * here.evaluation().gradient(i));
      boolean isBetween = (next - low) * (next - high) < 0;
      here = at(i, isBetween ? next : (low + high) / 2, point(here));
    }
    return here.point(i);
  }

  /** The best of all points with one coordinate given. */
  private Minimum at(int i, double coordinate, double[] near) {
    return NewtonMinimiser.minimise(loss, box.withFixed(i, coordinate), near);
  }

  /** The root of twice the drop of the log-likelihood. */
  private double deviations(Minimum there) {
    double drop = customers * (there.evaluation().value() - best.evaluation().value());
    return Math.sqrt(2 * Math.max(0, drop));
  }

  private static double[] point(Minimum minimum) {
    double[] point = new double[minimum.evaluation().dimension()];
    for (int i = 0; i < point.length; i++) {
      point[i] = minimum.point(i);
    }
    return point;
  }
}
