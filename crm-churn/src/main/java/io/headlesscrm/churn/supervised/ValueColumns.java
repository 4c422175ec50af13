package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseDays;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of what was spent, bought and taken back. Amounts and items are in units of the mean purchase day of the base,
 * so that neither the currency nor the unit matters, and a customer's mean is shrunk by one such day. What a base of
 * summaries does not know is NaN.
 */
final class ValueColumns {

  private static final List<String> AMOUNTS = List.of(
      "ln(mean-amount)",
      "ln(last-amount)",
      "ln(first-amount)",
      "ln(total-amount)",
      "ln(purchases-per-day)",
      "ln(1+returns)");

  private static final List<String> ITEMS =
      List.of("ln(mean-items)", "ln(last-items)", "ln(first-items)", "ln(total-items)");

  /** Where nothing or next to nothing was paid, in mean purchase days: its logarithm must not stand apart from all. */
  private static final double LEAST = 0.01;

  private final Detail detail;
  private final List<PurchaseSummary> summaries = new ArrayList<>();
  private final List<Optional<PurchaseDays>> days = new ArrayList<>();
  private final double meanAmount;
  private final double meanItems;

  ValueColumns(CustomerBase base, Detail detail) {
    this.detail = detail;
    double amount = 0;
    double items = 0;
    double all = 0;
    for (int row = 0; row < base.size(); row++) {
      summaries.add(base.summary(row));
      days.add(base.findPurchaseDays(row));
      amount += summaries.get(row).spendMinor();
      items += days.get(row).map(ValueColumns::items).orElse(0L);
      all += summaries.get(row).purchaseDays();
    }
    this.meanAmount = Math.max(1, amount / Math.max(1, all));
    this.meanItems = Math.max(1, items / Math.max(1, all));
  }

  static List<String> names(Detail detail) {
    List<String> names = new ArrayList<>();
    names.addAll(detail.includes(Detail.AMOUNTS) ? AMOUNTS : List.of());
    names.addAll(detail.includes(Detail.ITEMS) ? ITEMS : List.of());
    return names;
  }

  private static long items(PurchaseDays known) {
    long items = 0;
    for (int day = 0; day < known.size(); day++) {
      items += known.items(day);
    }
    return items;
  }

  /** Fills the last columns of a row. */
  void fill(int row, double[] columns) {
    if (detail.includes(Detail.AMOUNTS)) {
      fillAmounts(row, columns, columns.length - names(detail).size());
    }
    if (detail.includes(Detail.ITEMS)) {
      fillItems(row, columns, columns.length - ITEMS.size());
    }
  }

  private void fillAmounts(int row, double[] columns, int at) {
    PurchaseSummary summary = summaries.get(row);
    int count = summary.purchaseDays();
    double total = summary.spendMinor() / meanAmount;
    columns[at] = Math.log((total + 1) / (count + 1));
    columns[at + 1] = level(lastAmount(row) / meanAmount);
    columns[at + 2] = level(summary.firstDaySpendMinor() / meanAmount);
    columns[at + 3] = level(total);
    columns[at + 4] = Math.log((double) Math.max(1, summary.purchases()) / Math.max(1, count));
    columns[at + 5] = days.get(row).map(known -> Math.log1p(known.returns())).orElse(Double.NaN);
  }

  private double lastAmount(int row) {
    PurchaseSummary summary = summaries.get(row);
    if (summary.purchaseDays() < 2) {
      return summary.spendMinor();
    }
    return days.get(row)
        .map(known -> (double) known.spendMinor(known.size() - 1))
        .orElse(Double.NaN);
  }

  private void fillItems(int row, double[] columns, int at) {
    if (days.get(row).isEmpty()) {
      Arrays.fill(columns, at, columns.length, Double.NaN);
      return;
    }
    PurchaseDays known = days.get(row).get();
    double total = items(known) / meanItems;
    columns[at] = Math.log((total + 1) / (known.size() + 1));
    columns[at + 1] = level(itemsOf(known, known.size() - 1));
    columns[at + 2] = level(itemsOf(known, 0));
    columns[at + 3] = level(total);
  }

  private double itemsOf(PurchaseDays known, int day) {
    return known.size() == 0 ? 0 : known.items(day) / meanItems;
  }

  private static double level(double inMeanDays) {
    return Math.log(Math.max(LEAST, inMeanDays));
  }
}
