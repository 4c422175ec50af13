package io.headlesscrm.core.purchase;

import io.headlesscrm.core.time.ObservationWindow;

/** Reads the summary of one customer out of the log, under a policy and window. Not thread-safe. */
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
      if (stamp >= startStamp && stamp < endStamp && policy.admits(Entry.kind(stamp))) {
        summary = with(summary, i, stamp, matching);
      }
    }
    return summary;
  }

  private PurchaseSummary with(PurchaseSummary summary, int entry, int stamp, boolean matching) {
    long amount = log.entries().amounts()[entry];
    if (Entry.isReturn(stamp)) {
      return policy == ReturnsPolicy.MATCHED ? summary : summary.withReturn(-amount);
    }
    long left = matching ? matched.left(entry) : amount;
    if (matching && left == 0 && amount != 0) {
      return summary;
    }
    return summary.withPart(Entry.day(stamp), left, Entry.isAttached(stamp));
  }
}
