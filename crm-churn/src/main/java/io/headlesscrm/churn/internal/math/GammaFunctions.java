package io.headlesscrm.churn.internal.math;

/**
 * The gamma function's logarithm and its derivatives, as differences.
 *
 * <p>The likelihoods need only differences such as {@code lnG(z + d) - lnG(z)}. Subtracting two
 * library values loses 1e-11 at arguments around 1e4; here the difference itself is expanded, so
 * that it keeps its relative digits even when {@code d} is tiny against {@code z}. Arguments below
 * {@value #ASYMPTOTIC_FROM} are first shifted up by the recurrence.
 *
 * <p>Source: Abramowitz &amp; Stegun (1964), 6.1.41 (Stirling's series), 6.3.18, 6.4.12 and the
 * recurrences 6.1.15, 6.3.5, 6.4.6.
 */
public final class GammaFunctions {

  private static final double ASYMPTOTIC_FROM = 10;
  private static final double HALF_LN_TWO_PI = 0.9189385332046728;

  /** Coefficients of 1/z, 1/z^3, ... in ln Gamma: B(2k) / (2k (2k - 1)). */
  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400
  };

  /** Coefficients of 1/z^2, 1/z^4, ... in -digamma: B(2k) / 2k. */
  private static final double[] DIGAMMA = {
    1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
  };

  /** Coefficients of 1/z^3, 1/z^5, ... in trigamma: B(2k). */
  private static final double[] TRIGAMMA = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  private GammaFunctions() {}

  /** {@code ln Gamma(z)} for {@code z > 0}. */
  public static double lnGamma(double z) {
    double product = 1;
    double shifted = z;
    while (shifted < ASYMPTOTIC_FROM) {
      product *= shifted++;
    }
    double w = 1 / shifted;
    double series = w * polynomial(STIRLING, w * w);
    double stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LN_TWO_PI + series;
    return stirling - Math.log(product);
  }

  /** {@code ln Gamma(z + d) - ln Gamma(z)} for {@code z > 0}, {@code d > -z}. */
  public static double lnGammaRatio(double z, double d) {
    double excess = 0;
    double shifted = z;
    while (shifted < ASYMPTOTIC_FROM) {
      double quotient = d / shifted++;
      excess += quotient + excess * quotient;
    }
    double w = 1 / shifted;
    double u = 1 / (shifted + d);
    double series = oddSeriesDifference(STIRLING, u, w, -d * u * w);
    double stirling = (shifted - 0.5) * Math.log1p(d / shifted) + d * (Math.log(shifted + d) - 1);
    return stirling + series - Math.log1p(excess);
  }

  /**
   * {@code ln B(a, b + n) - ln B(a, b)} for {@code a, b > 0}, {@code n >= 0}: the logarithm of the
   * probability of staying through n chances to leave, when leaving has the distribution Beta(a, b).
   */
  public static double lnBetaRatio(double a, double b, double n) {
    // Both are the same number; the one with the smaller step rounds less.
    return n <= a
        ? lnGammaRatio(b, n) - lnGammaRatio(a + b, n)
        : lnGammaRatio(b, a) - lnGammaRatio(b + n, a);
  }

  /** {@code digamma(z + d) - digamma(z)} for {@code z > 0}, {@code d >= 0}. */
  public static double digammaDifference(double z, double d) {
    double sum = 0;
    double shifted = z;
    while (shifted < ASYMPTOTIC_FROM) {
      sum += d / (shifted * (shifted + d));
      shifted++;
    }
    double w = 1 / shifted;
    double u = 1 / (shifted + d);
    double inverses = -d * u * w;
    double series = evenSeriesDifference(DIGAMMA, u, w, inverses);
    return sum + Math.log1p(d * w) - inverses / 2 - series;
  }

  /** {@code trigamma(z)} for {@code z > 0}: its fall to nothing. */
  public static double trigamma(double z) {
    return -trigammaDifference(z, Double.MAX_VALUE / 4);
  }

  /** {@code trigamma(z + d) - trigamma(z)}, at most 0, for {@code z > 0}, {@code d >= 0}. */
  public static double trigammaDifference(double z, double d) {
    double sum = 0;
    double shifted = z;
    while (shifted < ASYMPTOTIC_FROM) {
      double w = 1 / shifted;
      double u = 1 / (shifted + d);
      sum += d * u * w * (u + w);
      shifted++;
    }
    double w = 1 / shifted;
    double u = 1 / (shifted + d);
    double inverses = -d * u * w;
    double cubes = u * u * oddSeriesDifference(TRIGAMMA, u, w, inverses);
    double rest = inverses * (u + w) * w * polynomial(TRIGAMMA, w * w);
    return -sum + inverses + inverses * (u + w) / 2 + cubes + rest;
  }

  /** {@code u p(u^2) - w p(w^2)}, given {@code u - w} without its cancellation. */
  private static double oddSeriesDifference(double[] c, double u, double w, double uMinusW) {
    return uMinusW * polynomial(c, u * u) + w * polynomialDifference(c, u, w, uMinusW);
  }

  /** {@code u^2 p(u^2) - w^2 p(w^2)}, given {@code u - w} without its cancellation. */
  private static double evenSeriesDifference(double[] c, double u, double w, double uMinusW) {
    return uMinusW * (u + w) * polynomial(c, u * u)
        + w * w * polynomialDifference(c, u, w, uMinusW);
  }

  /** {@code p(u^2) - p(w^2)} by divided differences, Horner for both at once. */
  private static double polynomialDifference(double[] c, double u, double w, double uMinusW) {
    double value = 0;
    double divided = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      divided = divided * (w * w) + value;
      value = value * (u * u) + c[k];
    }
    return divided * uMinusW * (u + w);
  }

  private static double polynomial(double[] c, double square) {
    double value = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      value = value * square + c[k];
    }
    return value;
  }
}
