package io.headlesscrm.churn.watch;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers who behave as a model says, and in the period after as it says or otherwise: at so many times the rate, and
 * leaving so many times as readily.
 */
final class Buyers {

  static final double HORIZON = 26;

  private final List<PurchaseHistory> histories = new ArrayList<>();
  private final List<Integer> purchases = new ArrayList<>();

  private Buyers() {}

  static Buyers betaGeometric(
      int customers, int m, double[] parameters, double rateAfter, double leavingAfter, long seed) {
    Draws draws = new Draws(seed);
    Buyers buyers = new Buyers();
    for (int i = 0; i < customers; i++) {
      double age = 27 + i % 85 / 7.0;
      double rate = draws.gamma(parameters[0]) / parameters[1];
      double leaving = draws.gamma(parameters[2]);
      leaving /= leaving + draws.gamma(parameters[3]);
      boolean alive = m == 0 || draws.uniform() >= leaving;
      int repeats = 0;
      double last = 0;
      for (double next = draws.exponential() / rate;
          alive && next < age;
          next += draws.exponential() / rate) {
        repeats++;
        last = next;
        alive = draws.uniform() >= leaving;
      }
      int bought = 0;
      double later = rate * rateAfter;
      for (double next = draws.exponential() / later;
          alive && next < HORIZON;
          next += draws.exponential() / later) {
        bought++;
        alive = draws.uniform() >= leaving * leavingAfter;
      }
      buyers.add(new PurchaseHistory(repeats, last, age), bought);
    }
    return buyers;
  }

  static Buyers pareto(
      int customers, double[] parameters, double rateAfter, double leavingAfter, long seed) {
    Draws draws = new Draws(seed);
    Buyers buyers = new Buyers();
    for (int i = 0; i < customers; i++) {
      double age = 27 + i % 85 / 7.0;
      double rate = draws.gamma(parameters[0]) / parameters[1];
      double leaving = draws.gamma(parameters[2]) / parameters[3];
      double end = draws.exponential() / leaving;
      int repeats = 0;
      double last = 0;
      for (double next = draws.exponential() / rate;
          next < Math.min(age, end);
          next += draws.exponential() / rate) {
        repeats++;
        last = next;
      }
      double rest = end > age ? draws.exponential() / (leaving * leavingAfter) : 0;
      int bought = 0;
      double later = rate * rateAfter;
      for (double next = draws.exponential() / later;
          next < Math.min(HORIZON, rest);
          next += draws.exponential() / later) {
        bought++;
      }
      buyers.add(new PurchaseHistory(repeats, last, age), bought);
    }
    return buyers;
  }

  private void add(PurchaseHistory history, int bought) {
    histories.add(history);
    purchases.add(bought);
  }

  List<PurchaseHistory> histories() {
    return histories;
  }

  int[] purchases() {
    return purchases.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean[] left() {
    boolean[] left = new boolean[purchases.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = purchases.get(i) == 0;
    }
    return left;
  }

  PurchaseHistogram histogram() {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    histories.forEach(one -> builder.add(one.repeatPurchases(), one.recencyOfLast(), one.age()));
    return builder.build();
  }
}
