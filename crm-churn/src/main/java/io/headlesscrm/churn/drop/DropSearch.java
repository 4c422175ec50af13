package io.headlesscrm.churn.drop;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One search: the tests of all customers, and those that the false discovery rate lets stand. */
final class DropSearch {

  private static final Comparator<DropWarning> SUREST_FIRST = Comparator.comparingDouble(
          DropWarning::pValue)
      .thenComparing(DropWarning::customer)
      .thenComparing(DropWarning::change);

  private final CustomerBase base;
  private final int window;
  private final double rate;

  DropSearch(CustomerBase base, int window, double rate) {
    this.base = base;
    this.window = window;
    this.rate = rate;
  }

  DropReport run() {
    List<Baseline> tested = new ArrayList<>();
    List<Baseline> all = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      Baseline baseline = Baseline.of(base, row, window);
      all.add(baseline);
      if (baseline.isTestable(window)) {
        tested.add(baseline);
      }
    }
    if (tested.isEmpty()) {
      return new DropReport(List.of(), 0, base.size(), 1, rate);
    }
    PurchaseDrops purchases = PurchaseDrops.of(base, all, tested, window);
    List<DropWarning> ofPurchases = purchases.tests();
    List<DropWarning> warnings = new ArrayList<>(significant(ofPurchases));
    warnings.addAll(significant(AmountDrops.of(base, tested, window).tests()));
    warnings.sort(SUREST_FIRST);
    return new DropReport(
        warnings, ofPurchases.size(), base.size() - ofPurchases.size(), purchases.trend(), rate);
  }

  /** Benjamini and Hochberg: the largest k whose p-value is at most k/n of the rate, and all before it. */
  private List<DropWarning> significant(List<DropWarning> candidates) {
    List<DropWarning> sorted = new ArrayList<>(candidates);
    sorted.sort(SUREST_FIRST);
    int kept = 0;
    for (int k = 1; k <= sorted.size(); k++) {
      kept = sorted.get(k - 1).pValue() <= rate * k / sorted.size() ? k : kept;
    }
    return sorted.subList(0, kept);
  }
}
