package io.headlesscrm.churn.process;

import java.util.Map;

/**
 * The formulas of one purchase-process model at given parameters, on bare numbers and without allocation. Times are in
 * the unit of the parameters: {@code x} repeat purchases, the last one {@code tx} after the first, observed for
 * {@code age}, {@code 0 <= tx <= age}.
 */
public interface PurchaseKernel {

  /**
   * The parameters by name.
   *
   * @return each above 0, in the order of the literature
   */
  Map<String, Double> parameters();

  /**
   * The log-likelihood of one customer.
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @return of a density per time unit to the power x
   */
  double logLikelihood(double x, double tx, double age);

  /**
   * ln P(alive).
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @return at most 0; finite even where P(alive) is below the smallest double
   */
  double logAliveProbability(double x, double tx, double age);

  /**
   * P(alive).
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @return in [0, 1]
   */
  double aliveProbability(double x, double tx, double age);

  /**
   * The probability of a purchase in (age, age + horizon] of a customer who is alive at {@code age}.
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @param horizon at least 0
   * @return in [0, 1]
   */
  double activeProbabilityIfAlive(double x, double tx, double age, double horizon);

  /**
   * The probability of at least one purchase in (age, age + horizon].
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @param horizon at least 0
   * @return in [0, 1]
   */
  default double activeProbability(double x, double tx, double age, double horizon) {
    return aliveProbability(x, tx, age) * activeProbabilityIfAlive(x, tx, age, horizon);
  }

  /**
   * The expected number of purchases in (age, age + horizon].
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @param horizon at least 0
   * @return at least 0
   */
  double expectedPurchases(double x, double tx, double age, double horizon);

  /**
   * The probability of exactly so many purchases in (age, age + horizon].
   *
   * @param count at least 0
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @param horizon at least 0
   * @return in [0, 1]; they add up to 1 over all counts
   */
  double countProbability(int count, double x, double tx, double age, double horizon);

  /**
   * All purchases after {@code age}, each discounted to {@code age}.
   *
   * @param x at least 0
   * @param tx at least 0
   * @param age at least tx
   * @param rate continuous, per time unit, above 0
   * @return at least 0
   */
  double discountedResidualPurchases(double x, double tx, double age, double rate);

  /**
   * One over the purchase rate that is expected of the customer right after the last purchase.
   *
   * @param x at least 0
   * @param tx at least 0
   * @return above 0
   */
  double usualGap(double x, double tx);

  /**
   * The time after {@code age} within which expected purchases grow without a bend: the distance to where their formula
   * breaks down, or less where purchases come in bunches.
   *
   * @param x at least 0
   * @param age at least 0
   * @return above 0
   */
  double smoothFor(double x, double age);
}
