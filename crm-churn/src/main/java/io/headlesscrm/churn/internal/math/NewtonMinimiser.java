package io.headlesscrm.churn.internal.math;

/**
 * Newton's method with exact derivatives in a box, for functions of a few variables.
 *
 * <p>Where the Hessian is not positive definite its eigenvalues are replaced by their absolute
 * values, so that every direction goes downhill. A step that leads to an undefined point is halved
 * like one that leads uphill: the search never aborts. It ends on the gradient and not on small
 * steps, because only then do two runs that differ by rounding end at the same point.
 */
public final class NewtonMinimiser {

  /** The gradient below which a point counts as a minimum. */
  public static final double GRADIENT_TOLERANCE = 1e-9;

  private static final int MOST_ITERATIONS = 200;
  private static final int MOST_HALVINGS = 50;
  private static final double LONGEST_STEP = 2;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double FLATTEST = 1e-10;

  /** A gradient that is rounding noise for functions of order one. */
  private static final double NOISE = 1e-14;

  private static final double VALUE_ROUNDING = 1e-13;

  private final Objective objective;
  private final Box box;

  private NewtonMinimiser(Objective objective, Box box) {
    this.objective = objective;
    this.box = box;
  }

  /** Minimises from a start, which is first moved into the box. */
  public static Minimum minimise(Objective objective, Box box, double[] start) {
    return new NewtonMinimiser(objective, box).run(start);
  }

  private Minimum run(double[] start) {
    double[] point = box.clamp(start);
    Evaluation here = objective.at(point);
    int iterations = 0;
    while (iterations < MOST_ITERATIONS && here.isFinite() && gradientNorm(point, here) > NOISE) {
      double[] direction = direction(point, here);
      double[] next = moved(point, direction, 1);
      Evaluation there = objective.at(next);
      int halvings = 0;
      double length = box.lengthInside(point, direction);
      while (!isBetter(point, here, next, there) && halvings < mostHalvings(point, here)) {
        halvings++;
        next = moved(point, direction, length);
        length /= 2;
        there = objective.at(next);
      }
      if (!isBetter(point, here, next, there)) {
        break;
      }
      point = next;
      here = there;
      iterations++;
    }
    return new Minimum(point, here, gradientNorm(point, here), iterations);
  }

  /** At a minimum rounding is all that is left to gain, and the first step has it. */
  private int mostHalvings(double[] point, Evaluation here) {
    return gradientNorm(point, here) < GRADIENT_TOLERANCE ? 0 : MOST_HALVINGS;
  }

  /**
   * Bent by the faces of the box; shorter steps stay straight, and therefore go downhill: the first of them ends on the
   * first face, so that a ridge that leads out of the box is followed to its end.
   */
  private double[] moved(double[] point, double[] direction, double length) {
    double[] moved = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      moved[i] = point[i] + length * direction[i];
    }
    return box.clamp(moved);
  }

  private boolean isBetter(double[] from, Evaluation here, double[] to, Evaluation there) {
    if (!there.isFinite()) {
      return false;
    }
    double slope = 0;
    for (int i = 0; i < from.length; i++) {
      slope += here.gradient(i) * (to[i] - from[i]);
    }
    double gain = here.value() - there.value();
    double rounding = VALUE_ROUNDING * (1 + Math.abs(here.value()));
    boolean isFlat = Math.abs(gain) <= rounding && -slope <= rounding;
    return isFlat
        ? gradientNorm(to, there) < gradientNorm(from, here) / 2 || box.faces(to) > box.faces(from)
        : gain >= -SUFFICIENT_DECREASE * slope;
  }

  /** Along the faces on which the point lies, as far as it would not leave them. */
  private double[] direction(double[] point, Evaluation here) {
    boolean[] held = new boolean[point.length];
    for (int i = 0; i < point.length; i++) {
      held[i] = box.isHeld(i, point[i], here.gradient(i));
    }
    double[] direction = newtonDirection(here, held);
    while (holdPushedOut(point, direction, held)) {
      direction = newtonDirection(here, held);
    }
    return direction;
  }

  /** A coordinate may be pushed out by the others alone; clamped, it would turn the way uphill. */
  private boolean holdPushedOut(double[] point, double[] direction, boolean[] held) {
    for (int i = 0; i < point.length; i++) {
      if (box.isHeld(i, point[i], -direction[i])) {
        held[i] = true;
        return true;
      }
    }
    return false;
  }

  /**
   * Downhill: minus the inverse of the Hessian's absolute value times the gradient, no eigenvector longer than the
   * longest step, so that a flat direction does not shorten the others.
   */
  private static double[] newtonDirection(Evaluation here, boolean[] held) {
    int n = held.length;
    SymmetricEigen eigen = SymmetricEigen.of(free(here, held));
    double floor = Math.max(FLATTEST * eigen.largestMagnitude(), Double.MIN_NORMAL);
    double[] direction = new double[n];
    for (int k = 0; k < n; k++) {
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += held[i] ? 0 : eigen.component(i, k) * here.gradient(i);
      }
      double length = along / Math.max(Math.abs(eigen.value(k)), floor);
      double capped = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, length));
      for (int i = 0; i < n; i++) {
        direction[i] -= held[i] ? 0 : capped * eigen.component(i, k);
      }
    }
    return direction;
  }

  private static double[][] free(Evaluation here, boolean[] held) {
    int n = held.length;
    double[][] free = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        free[i][j] = held[i] || held[j] ? 0 : here.hessian(i, j);
      }
    }
    return free;
  }

  private double gradientNorm(double[] point, Evaluation here) {
    double norm = 0;
    for (int i = 0; i < point.length; i++) {
      if (!box.isHeld(i, point[i], here.gradient(i))) {
        norm = Math.max(norm, Math.abs(here.gradient(i)));
      }
    }
    return norm;
  }

  /** Where the search ended. */
  public static final class Minimum {

    private final double[] point;
    private final Evaluation evaluation;
    private final double gradientNorm;
    private final int iterations;

    private Minimum(double[] point, Evaluation evaluation, double gradientNorm, int iterations) {
      this.point = point;
      this.evaluation = evaluation;
      this.gradientNorm = gradientNorm;
      this.iterations = iterations;
    }

    /** Coordinate i of the point. */
    public double point(int i) {
      return point[i];
    }

    /** The objective at the point. */
    public Evaluation evaluation() {
      return evaluation;
    }

    /** The largest component of the gradient, those against a face of the box left out. */
    public double gradientNorm() {
      return gradientNorm;
    }

    /** How many steps led there. */
    public int iterations() {
      return iterations;
    }

    /** Whether the gradient vanishes here. */
    public boolean isConverged() {
      return gradientNorm <= GRADIENT_TOLERANCE;
    }
  }
}
