package io.headlesscrm.core.purchase;

import io.headlesscrm.core.time.ObservationWindow;

/** Reads what is known of one customer out of the log, under a policy and window. Not thread-safe. */
final class SummaryScan {

  private final PurchaseLog log;
  private final ReturnsPolicy policy;
  private final int startStamp;
  private final int endStamp;
  private final MatchedReturns matched;

  SummaryScan(PurchaseLog log, ObservationWindow window, ReturnsPolicy policy) {
    this.log = log;
    this.policy = policy;
    this.startStamp = Entry.firstOf(Math.toIntExact(window.start().toEpochDay()));
    this.endStamp = Entry.firstOf(Math.toIntExact(window.end().toEpochDay()));
    this.matched = new MatchedReturns(log, endStamp);
  }

  PurchaseSummary summary(int customer) {
    boolean matching = policy == ReturnsPolicy.MATCHED && matched.load(customer);
    PurchaseSummary summary = PurchaseSummary.empty();
    for (int i = log.start(customer); i < log.start(customer + 1); i++) {
      int stamp = log.entries().stamps()[i];
      if (isInWindow(stamp) && policy.admits(Entry.kind(stamp))) {
        summary = with(summary, i, stamp, matching);
      }
    }
    return summary;
  }

  private PurchaseSummary with(PurchaseSummary summary, int entry, int stamp, boolean matching) {
    if (Entry.isReturn(stamp)) {
      return policy == ReturnsPolicy.MATCHED
          ? summary
          : summary.withReturn(-log.entries().amounts()[entry]);
    }
    return isTakenBack(entry, matching)
        ? summary
        : summary.withPart(Entry.day(stamp), left(entry, matching), Entry.isAttached(stamp));
  }

  PurchaseDays days(int customer) {
    boolean matching = policy == ReturnsPolicy.MATCHED && matched.load(customer);
    PurchaseDays.Collector days = new PurchaseDays.Collector();
    for (int i = log.start(customer); i < log.start(customer + 1); i++) {
      int stamp = log.entries().stamps()[i];
      if (isInWindow(stamp) && Entry.isReturn(stamp)) {
        days.addReturn();
      } else if (isOccasion(stamp) && !isTakenBack(i, matching)) {
        days.add(Entry.day(stamp), left(i, matching), log.entries().items(i));
      }
    }
    return days.collected();
  }

  /** Whether some purchase of the customer is of several items. */
  boolean isItemised(int customer) {
    if (!log.entries().isItemised()) {
      return false;
    }
    for (int i = log.start(customer); i < log.start(customer + 1); i++) {
      if (log.entries().items(i) != ItemCount.ONE && isOccasion(log.entries().stamps()[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isInWindow(int stamp) {
    return stamp >= startStamp && stamp < endStamp;
  }

  private boolean isOccasion(int stamp) {
    return isInWindow(stamp) && !Entry.isReturn(stamp) && policy.admits(Entry.kind(stamp));
  }

  /** Of a purchase of which nothing is left nothing is known; one that was free had nothing from the beginning. */
  private boolean isTakenBack(int entry, boolean matching) {
    return matching && matched.left(entry) == 0 && log.entries().amounts()[entry] != 0;
  }

  private long left(int entry, boolean matching) {
    return matching ? matched.left(entry) : log.entries().amounts()[entry];
  }
}
