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
      double[] next = step(point, here);
      Evaluation there = objective.at(next);
      for (int k = 0; k < MOST_HALVINGS && !isBetter(point, here, next, there); k++) {
        next = halfWay(point, next);
        there = objective.at(next);
        if (gradientNorm(point, here) < GRADIENT_TOLERANCE) {
          break; // Rounding is all that is left to gain.
        }
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
        ? gradientNorm(to, there) < gradientNorm(from, here) / 2
        : gain >= -SUFFICIENT_DECREASE * slope;
  }

  private double[] step(double[] point, Evaluation here) {
    boolean[] held = new boolean[point.length];
    for (int i = 0; i < point.length; i++) {
      held[i] = box.isHeld(i, point[i], here.gradient(i));
    }
    double[] direction = direction(here, held);
    double longest = 0;
    for (double component : direction) {
      longest = Math.max(longest, Math.abs(component));
    }
    double scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    double[] next = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      next[i] = point[i] + scale * direction[i];
    }
    return box.clamp(next);
  }

  /** Downhill: minus the inverse of the Hessian's absolute value times the gradient. */
  private static double[] direction(Evaluation here, boolean[] held) {
    int n = held.length;
    double[][] free = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        free[i][j] = held[i] || held[j] ? (i == j ? 1 : 0) : here.hessian(i, j);
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(free);
    double floor = Math.max(FLATTEST * eigen.largestMagnitude(), Double.MIN_NORMAL);
    double[] direction = new double[n];
    for (int k = 0; k < n; k++) {
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += held[i] ? 0 : eigen.component(i, k) * here.gradient(i);
      }
      double length = -along / Math.max(Math.abs(eigen.value(k)), floor);
      for (int i = 0; i < n; i++) {
        direction[i] += held[i] ? 0 : length * eigen.component(i, k);
      }
    }
    return direction;
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

  private static double[] halfWay(double[] from, double[] to) {
    double[] middle = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      middle[i] = from[i] + (to[i] - from[i]) / 2;
    }
    return middle;
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
