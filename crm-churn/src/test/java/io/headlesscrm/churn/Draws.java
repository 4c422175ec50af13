package io.headlesscrm.churn;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.time.TimeScale;
import java.util.SplittableRandom;

/** Draws from the distributions that the models assume, and customers who behave as they say. */
public final class Draws {

  private final SplittableRandom random;

  public Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  public double uniform() {
    return random.nextDouble();
  }

  public double exponential() {
    return random.nextExponential();
  }

  public double normal() {
    return random.nextGaussian();
  }

  /** From Gamma(shape, 1); Marsaglia &amp; Tsang (2000), doi:10.1145/358407.358414. */
  public double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** Customers of Pareto/NBD with ages from 27 to 39. */
  public PurchaseHistogram pareto(int customers, double r, double alpha, double s, double beta) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    for (int i = 0; i < customers; i++) {
      add(builder, paretoHistory(ageOf(i), r, alpha, s, beta));
    }
    return builder.build();
  }

  /** From 27 to 39, a day apart, in turn. */
  public static double ageOf(int customer) {
    return 27 + customer % 85 / 7.0;
  }

  private static void add(PurchaseHistogram.Builder builder, PurchaseHistory history) {
    builder.add(history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /** A customer of Pareto/NBD. */
  public PurchaseHistory paretoHistory(double age, double r, double alpha, double s, double beta) {
    double rate = gamma(r) / alpha;
    double end = Math.min(age, exponential() / (gamma(s) / beta));
    int repeats = 0;
    double last = 0;
    for (double next = exponential() / rate; next < end; next += exponential() / rate) {
      repeats++;
      last = next;
    }
    return new PurchaseHistory(repeats, last, age);
  }

  /** Customers of BG/NBD (m = 0) or MBG/NBD (m = 1) with ages from 27 to 39. */
  public PurchaseHistogram betaGeometric(
      int customers, int m, double r, double alpha, double a, double b) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    for (int i = 0; i < customers; i++) {
      add(builder, betaGeometricHistory(ageOf(i), m, r, alpha, a, b));
    }
    return builder.build();
  }

  /** A customer of BG/NBD (m = 0) or MBG/NBD (m = 1). */
  public PurchaseHistory betaGeometricHistory(
      double age, int m, double r, double alpha, double a, double b) {
    double rate = gamma(r) / alpha;
    double leaving = gamma(a);
    leaving /= leaving + gamma(b);
    int repeats = 0;
    double last = 0;
    boolean alive = m == 0 || uniform() >= leaving;
    for (double next = exponential() / rate; alive && next < age; next += exponential() / rate) {
      repeats++;
      last = next;
      alive = uniform() >= leaving;
    }
    return new PurchaseHistory(repeats, last, age);
  }
}
