package io.headlesscrm.core.purchase;

import java.util.Arrays;

/** The derived columns of a base, one row per customer. */
final class BaseColumns {

  int size;
  int[] sources;
  int[] purchases;
  int[] purchaseDays;
  int[] firstDays;
  int[] lastDays;
  long[] spends;

  BaseColumns(int capacity) {
    sources = new int[capacity];
    purchases = new int[capacity];
    purchaseDays = new int[capacity];
    firstDays = new int[capacity];
    lastDays = new int[capacity];
    spends = new long[capacity];
  }

  void add(int source, int purchaseCount, int days, int firstDay, int lastDay, long spend) {
    sources[size] = source;
    purchases[size] = purchaseCount;
    purchaseDays[size] = days;
    firstDays[size] = firstDay;
    lastDays[size] = lastDay;
    spends[size] = spend;
    size++;
  }

  void add(int source, PurchaseSummary summary, long spend) {
    add(
        source,
        summary.purchases(),
        summary.purchaseDays(),
        summary.firstEpochDay(),
        summary.lastEpochDay(),
        spend);
  }

  BaseColumns only(int[] rows) {
    BaseColumns some = new BaseColumns(rows.length);
    for (int row : rows) {
      some.add(
          sources[row],
          purchases[row],
          purchaseDays[row],
          firstDays[row],
          lastDays[row],
          spends[row]);
    }
    return some;
  }

  BaseColumns trimmed() {
    if (size < sources.length) {
      sources = Arrays.copyOf(sources, size);
      purchases = Arrays.copyOf(purchases, size);
      purchaseDays = Arrays.copyOf(purchaseDays, size);
      firstDays = Arrays.copyOf(firstDays, size);
      lastDays = Arrays.copyOf(lastDays, size);
      spends = Arrays.copyOf(spends, size);
    }
    return this;
  }
}
