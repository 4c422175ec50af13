package io.headlesscrm.churn.internal.math;

/**
 * Logistic and Poisson regression with weights, offsets and a ridge penalty per column, by Newton's method.
 *
 * <p>What is minimised: the weighted sum of the negative log-likelihoods plus half the penalty times the square of each
 * coefficient. Convex, hence one optimum; steps are capped and halved until the loss falls.
 *
 * <p>Source: McCullagh &amp; Nelder (1989), Generalized Linear Models, sections 4.4 and 6.2; le Cessie &amp; van
 * Houwelingen (1992), doi:10.2307/2347628 (ridge).
 */
public final class PenalisedRegression {

  /** How the mean follows from the linear predictor. */
  public enum Kind {
    /** Outcomes 0 and 1, the predictor is the logit. */
    LOGISTIC,
    /** Counts, the predictor is the logarithm of the mean. */
    POISSON
  }

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double LONGEST_STEP = 3;
  private static final double TOLERANCE = 1e-10;

  /** At the optimum a loss cannot be told from a slightly lower one: there the slope decides. */
  private static final double ROUNDING = 1e-13;

  private final Kind kind;
  private final double[][] rows;
  private final double[] outcome;
  private final double[] weight;
  private final double[] offset;
  private final double[] penalty;

  private PenalisedRegression(
      Kind kind,
      double[][] rows,
      double[] outcome,
      double[] weight,
      double[] offset,
      double[] penalty) {
    this.kind = kind;
    this.rows = rows;
    this.outcome = outcome;
    this.weight = weight;
    this.offset = offset;
    this.penalty = penalty;
  }

  /** The optimum: coefficients and the covariance of their errors. */
  public static final class Fit {

    private final double[] coefficients;
    private final double[][] covariance;

    private Fit(double[] coefficients, double[][] covariance) {
      this.coefficients = coefficients;
      this.covariance = covariance;
    }

    /** The coefficient of a column. */
    public double coefficient(int column) {
      return coefficients[column];
    }

    /** The covariance of the errors of two coefficients. */
    public double covariance(int i, int j) {
      return covariance[i][j];
    }
  }

  /**
   * Fits the coefficients, one per column of the rows. The covariance is the inverse of the penalised information times
   * the information times the inverse, which is that of the penalised estimate about its mean.
   */
  public static Fit fit(
      Kind kind,
      double[][] rows,
      double[] outcome,
      double[] weight,
      double[] offset,
      double[] penalty) {
    return new PenalisedRegression(kind, rows, outcome, weight, offset, penalty).run();
  }

  private Fit run() {
    int p = penalty.length;
    double[] beta = new double[p];
    double totalWeight = 0;
    for (double one : weight) {
      totalWeight += one;
    }
    double loss = loss(beta);
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double[] gradient = new double[p];
      double[][] information = information(beta, gradient, true);
      if (norm(gradient) <= TOLERANCE * totalWeight) {
        break;
      }
      double[] step = Cholesky.of(information).solve(gradient);
      double scale = Math.min(1, LONGEST_STEP / norm(step));
      double[] next = moved(beta, step, scale);
      double nextLoss = loss(next);
      double least = loss + ROUNDING * Math.abs(loss);
      for (int halving = 0; !(nextLoss <= least) && halving < MOST_HALVINGS; halving++) {
        scale /= 2;
        next = moved(beta, step, scale);
        nextLoss = loss(next);
      }
      if (!(nextLoss <= least)) {
        break;
      }
      beta = next;
      loss = nextLoss;
    }
    double[][] penalised = information(beta, new double[p], true);
    return new Fit(beta, covariance(beta, penalised));
  }

  private double[][] covariance(double[] beta, double[][] penalised) {
    double[][] inverse = Cholesky.of(penalised).inverse();
    double[][] bare = information(beta, new double[beta.length], false);
    return product(product(inverse, bare), inverse);
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static double[] moved(double[] beta, double[] step, double scale) {
    double[] moved = beta.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] -= scale * step[j];
    }
    return moved;
  }

  private static double norm(double[] vector) {
    double norm = 0;
    for (double component : vector) {
      norm = Math.max(norm, Math.abs(component));
    }
    return norm;
  }

  private double predictor(double[] beta, int i) {
    double predictor = offset[i];
    for (int j = 0; j < beta.length; j++) {
      predictor += beta[j] * rows[i][j];
    }
    return predictor;
  }

  private double loss(double[] beta) {
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      double predictor = predictor(beta, i);
      double normaliser =
          kind == Kind.LOGISTIC ? LogSpace.softplus(predictor) : Math.exp(predictor);
      loss += weight[i] * (normaliser - outcome[i] * predictor);
    }
    for (int j = 0; j < beta.length; j++) {
      loss += penalty[j] * beta[j] * beta[j] / 2;
    }
    return loss;
  }

  /** Fills the gradient and returns the matrix of second derivatives, symmetric. */
  private double[][] information(double[] beta, double[] gradient, boolean withPenalty) {
    int p = beta.length;
    double[][] information = new double[p][p];
    for (int i = 0; i < rows.length; i++) {
      double predictor = predictor(beta, i);
      double mean = kind == Kind.LOGISTIC ? LogSpace.sigmoid(predictor) : Math.exp(predictor);
      double variance = kind == Kind.LOGISTIC ? mean * (1 - mean) : mean;
      double[] row = rows[i];
      for (int j = 0; j < p; j++) {
        gradient[j] += weight[i] * (mean - outcome[i]) * row[j];
        double weighted = weight[i] * variance * row[j];
        for (int k = 0; k <= j; k++) {
          information[j][k] += weighted * row[k];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      gradient[j] += withPenalty ? penalty[j] * beta[j] : 0;
      information[j][j] += withPenalty ? penalty[j] : 0;
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
    return information;
  }
}
