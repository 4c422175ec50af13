package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;

/** Sums over all customers of a histogram: ages, repeat purchases, times from first to last purchase. */
public record HistogramTotals(
    double longestAge, double ageSum, double purchaseSum, double recencySum) {

  public static HistogramTotals of(PurchaseHistogram histogram) {
    double longestAge = 0;
    double ageSum = 0;
    double purchaseSum = 0;
    double recencySum = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double count = histogram.count(row);
      longestAge = Math.max(longestAge, histogram.age(row));
      ageSum += count * histogram.age(row);
      purchaseSum += count * histogram.repeatPurchases(row);
      recencySum += count * histogram.recencyOfLast(row);
    }
    return new HistogramTotals(longestAge, ageSum, purchaseSum, recencySum);
  }

  /** The mean time between two purchases of those who came back. */
  public double meanGap() {
    return recencySum / purchaseSum;
  }

  /** Where the plain NBD model starts, in ln r and ln alpha in units of the longest age: all alike, r = 1. */
  public double[] nbdStart() {
    return new double[] {0, Math.log(ageSum / (purchaseSum * longestAge))};
  }

  /** In the unit of the data: a density of x times changes by the unit to the power x. */
  public double logLikelihood(Minimum minimum, double customers) {
    return -minimum.evaluation().value() * customers - purchaseSum * Math.log(longestAge);
  }
}
