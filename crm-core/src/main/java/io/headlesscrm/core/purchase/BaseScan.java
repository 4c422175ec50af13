package io.headlesscrm.core.purchase;

import io.headlesscrm.core.time.ObservationWindow;

/** One linear pass over the log that makes the columns of a {@link CustomerBase}. */
final class BaseScan {

  private final PurchaseLog log;
  private final ReturnsPolicy policy;
  private final ObservationWindow window;
  private final int startStamp;
  private final int endStamp;
  private final BaseColumns columns;
  private final SummaryScan summaries;

  BaseScan(PurchaseLog log, ObservationWindow window, ReturnsPolicy policy) {
    this.log = log;
    this.policy = policy;
    this.window = window;
    this.startStamp = Entry.firstOf(Math.toIntExact(window.start().toEpochDay()));
    this.endStamp = Entry.firstOf(Math.toIntExact(window.end().toEpochDay()));
    this.columns = new BaseColumns(log.customers());
    this.summaries = new SummaryScan(log, window, policy);
  }

  CustomerBase scan() {
    for (int customer = 0; customer < log.customers(); customer++) {
      if (policy == ReturnsPolicy.SALES) {
        scanSales(customer);
      } else {
        scanAny(customer);
      }
    }
    return CustomerBase.of(log, policy, window, columns.trimmed());
  }

  /** The path of the default policy, free of calls: most of the time of a large base is spent here. */
  private void scanSales(int customer) {
    int[] stamps = log.entries().stamps();
    long[] amounts = log.entries().amounts();
    int purchases = 0;
    int days = 0;
    int firstDay = 0;
    int lastDay = Integer.MIN_VALUE;
    long spend = 0;
    int end = log.start(customer + 1);
    for (int i = log.start(customer); i < end; i++) {
      int stamp = stamps[i];
      if (stamp >= endStamp) {
        break;
      }
      if (stamp < startStamp || (stamp & 3) != 0) {
        continue;
      }
      int day = stamp >> 3;
      firstDay = purchases == 0 ? day : firstDay;
      days += day != lastDay ? 1 : 0;
      lastDay = day;
      purchases++;
      spend = Math.addExact(spend, amounts[i]);
    }
    if (purchases > 0) {
      columns.add(customer, purchases, days, firstDay, lastDay, spend);
    }
  }

  private void scanAny(int customer) {
    PurchaseSummary summary = summaries.summary(customer);
    if (!summary.isEmpty()) {
      columns.add(customer, summary, spend(summary));
    } else if (policy == ReturnsPolicy.NET || policy == ReturnsPolicy.NET_FLOORED) {
      addReturnsOnly(customer, summary);
    }
  }

  /** A customer of whom only returns are known keeps their days, for want of better ones. */
  private void addReturnsOnly(int customer, PurchaseSummary summary) {
    int[] stamps = log.entries().stamps();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int i = log.start(customer); i < log.start(customer + 1); i++) {
      if (stamps[i] >= startStamp && stamps[i] < endStamp) {
        first = Math.min(first, Entry.day(stamps[i]));
        last = Math.max(last, Entry.day(stamps[i]));
      }
    }
    if (last >= first) {
      columns.add(customer, 0, 0, first, last, spend(summary));
    }
  }

  private long spend(PurchaseSummary summary) {
    return policy == ReturnsPolicy.NET_FLOORED
        ? Math.max(0, summary.netMinor())
        : summary.netMinor();
  }
}
