package io.headlesscrm.churn.internal.math;

import java.util.Arrays;

/** The points between two corners, both included. */
public final class Box {

  private final double[] lower;
  private final double[] upper;

  private Box(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** A box without any direction yet. */
  public static Box empty() {
    return new Box(new double[0], new double[0]);
  }

  /** This box with one direction more, from the logarithm of one bound to that of the other. */
  public Box withLogRange(double from, double to) {
    return new Box(append(lower, Math.log(from)), append(upper, Math.log(to)));
  }

  private static double[] append(double[] values, double last) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = last;
    return longer;
  }

  /** The nearest point of the box. */
  public double[] clamp(double[] point) {
    double[] nearest = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      nearest[i] = Math.min(upper[i], Math.max(lower[i], point[i]));
    }
    return nearest;
  }

  /** Whether a coordinate lies on a face of the box. */
  public boolean isAtBound(int i, double coordinate) {
    return coordinate <= lower[i] || coordinate >= upper[i];
  }

  /** Whether the minimum in direction i lies outside the box, the slope pushing against a face. */
  boolean isHeld(int i, double coordinate, double slope) {
    return (coordinate <= lower[i] && slope > 0) || (coordinate >= upper[i] && slope < 0);
  }
}
