package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.process.PurchaseKernel;
import java.util.SplittableRandom;

/**
 * Random points at the ends of what can be: parameters from 1e-5 to 1e5, up to 20,000 purchases, a silence of nothing or
 * of a century. The system property {@code crm.points} says how many.
 */
public final class ExtremePoints {

  /** Makes a kernel of four parameters. */
  @FunctionalInterface
  public interface Kernels {
    PurchaseKernel of(double first, double second, double third, double fourth);
  }

  private ExtremePoints() {}

  /** Whether every figure is a number and every probability in [0, 1]. */
  public static void check(Kernels kernels) {
    check(kernels, 1);
  }

  /** The same at one point of so many, for a kernel that takes its time. */
  public static void check(Kernels kernels, int oneOf) {
    SplittableRandom random = new SplittableRandom(1987);
    for (int i = 0; i < Integer.getInteger("crm.points", 100_000) / oneOf; i++) {
      PurchaseKernel kernel =
          kernels.of(power(random), power(random), power(random), power(random));
      int x = random.nextInt(4) == 0 ? 0 : (int) Math.pow(10, 4.3 * random.nextDouble());
      double age = random.nextInt(50) == 0 ? 0 : Math.pow(10, -4 + 8 * random.nextDouble());
      double tx = x == 0 ? 0 : age * share(random);
      double horizon = random.nextInt(50) == 0 ? 0 : Math.pow(10, -4 + 8 * random.nextDouble());
      if (!isSound(kernel, x, tx, age, horizon)) {
        assertThat(figures(kernel, x, tx, age, horizon))
            .as("%s x=%s tx=%s age=%s horizon=%s", kernel, x, tx, age, horizon)
            .isEmpty();
      }
    }
  }

  private static double power(SplittableRandom random) {
    return Math.pow(10, -5 + 10 * random.nextDouble());
  }

  private static double share(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1;
      case 1 -> 1 - Math.pow(10, -12 * random.nextDouble());
      case 2 -> Math.pow(10, -6 * random.nextDouble());
      default -> random.nextDouble();
    };
  }

  private static boolean isSound(
      PurchaseKernel kernel, int x, double tx, double age, double horizon) {
    double ln = kernel.logAliveProbability(x, tx, age);
    double expected = kernel.expectedPurchases(x, tx, age, horizon);
    return Double.isFinite(kernel.logLikelihood(x, tx, age))
        && ln <= 0
        && Double.isFinite(ln)
        && isProbability(kernel.aliveProbability(x, tx, age))
        && isProbability(kernel.activeProbability(x, tx, age, horizon))
        && expected >= 0
        && Double.isFinite(expected)
        && Double.isFinite(kernel.discountedResidualPurchases(x, tx, age, 0.0027))
        && isProbability(kernel.countProbability(0, x, tx, age, horizon));
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  private static String figures(
      PurchaseKernel kernel, int x, double tx, double age, double horizon) {
    return kernel.logLikelihood(x, tx, age) + " " + kernel.logAliveProbability(x, tx, age) + " "
        + kernel.aliveProbability(x, tx, age) + " "
        + kernel.activeProbability(x, tx, age, horizon) + " "
        + kernel.expectedPurchases(x, tx, age, horizon) + " "
        + kernel.discountedResidualPurchases(x, tx, age, 0.0027) + " "
        + kernel.countProbability(0, x, tx, age, horizon);
  }
}
