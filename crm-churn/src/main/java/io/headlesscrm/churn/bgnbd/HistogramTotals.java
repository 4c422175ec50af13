package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.history.PurchaseHistogram;

/** Sums over all customers of a histogram: ages, repeat purchases, times from first to last purchase. */
record HistogramTotals(double longestAge, double ageSum, double purchaseSum, double recencySum) {

  static HistogramTotals of(PurchaseHistogram histogram) {
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
  double meanGap() {
    return recencySum / purchaseSum;
  }
}
