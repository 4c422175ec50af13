package io.headlesscrm.churn.cnbd;

import java.util.function.IntToDoubleFunction;

/**
 * The purchases that are expected among a random number of events, of which the given one is the first purchase and then
 * every k-th, as long as the customer stays. All terms are positive, the weights are normalised by their own sum.
 *
 * @param k events to a purchase, at least 1
 * @param a of the probability of leaving after a purchase
 * @param stays b of the same, with the purchases so far
 */
record EveryKthEvent(int k, double a, double stays) {

  private static final double NEGLIGIBLE = 1e-17;

  /**
   * The expected number.
   *
   * @param first the event that is the first purchase, at least 1
   * @param mean of the number of events: behind it weights fall
   * @param tail by how many terms like the last one the rest is at most as large
   * @param ratio of the weight of n + 1 events to that of n
   */
  double expected(int first, double mean, double tail, IntToDoubleFunction ratio) {
    double weight = 1;
    double weights = 1;
    double stillThere = 1;
    double count = 0;
    double sum = 0;
    int purchases = 0;
    int untilNext = first;
    for (int n = 0; n < mean || weight * (n + 2) * tail > NEGLIGIBLE * sum; n++) {
      weight *= ratio.applyAsDouble(n);
      untilNext--;
      if (untilNext == 0) {
        count += stillThere;
        stillThere *= (stays + purchases) / (a + stays + purchases);
        purchases++;
        untilNext = k;
      }
      weights += weight;
      sum += weight * count;
      if (weight > 1e200) {
        weight *= 1e-200;
        weights *= 1e-200;
        sum *= 1e-200;
      }
    }
    return sum / weights;
  }
}
