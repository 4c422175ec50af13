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

  /** The first directions of this box alone. */
  public Box first(int directions) {
    return new Box(Arrays.copyOf(lower, directions), Arrays.copyOf(upper, directions));
  }

  /** The nearest point of the box. */
  public double[] clamp(double[] point) {
    double[] nearest = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      nearest[i] = Math.min(upper[i], Math.max(lower[i], point[i]));
    }
    return nearest;
  }

  /** This box cut at one value of a coordinate, which lies in it: a slice without room in that direction. */
  public Box withFixed(int i, double coordinate) {
    double[] from = lower.clone();
    double[] to = upper.clone();
    from[i] = coordinate;
    to[i] = coordinate;
    return new Box(from, to);
  }

  /** The lower face in direction i. */
  public double lower(int i) {
    return lower[i];
  }

  /** The upper face in direction i. */
  public double upper(int i) {
    return upper[i];
  }

  /** Whether a coordinate lies on a face of the box. */
  public boolean isAtBound(int i, double coordinate) {
    return coordinate <= lower[i] || coordinate >= upper[i];
  }

  /** On how many faces a point lies. */
  int faces(double[] point) {
    int faces = 0;
    for (int i = 0; i < point.length; i++) {
      faces += isAtBound(i, point[i]) ? 1 : 0;
    }
    return faces;
  }

  /** How far a direction leads until its first face, which rounding may not miss; a half when no face is in the way. */
  double lengthInside(double[] point, double[] direction) {
    double length = 1;
    for (int i = 0; i < point.length; i++) {
      double room = direction[i] > 0 ? upper[i] - point[i] : lower[i] - point[i];
      if (room != 0 && Math.abs(room) < Math.abs(length * direction[i])) {
        length = room / direction[i] * (1 + 1e-14);
      }
    }
    return length < 1 ? length : 0.5;
  }

  /** Whether the minimum in direction i lies outside the box, the slope pushing against a face. */
  boolean isHeld(int i, double coordinate, double slope) {
    return (coordinate <= lower[i] && slope > 0) || (coordinate >= upper[i] && slope < 0);
  }
}
