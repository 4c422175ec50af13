package io.headlesscrm.core.purchase;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which returns of a customer name a known earlier purchase, and what is left of each purchase. A return before its
 * purchase, or after the day that is looked from, does not match; what exceeds the purchase is not credited.
 */
final class MatchedReturns {

  private final PurchaseLog log;
  private final int endStamp;
  private int start;
  private long[] left = new long[0];
  private boolean[] matched = new boolean[0];

  MatchedReturns(PurchaseLog log, int endStamp) {
    this.log = log;
    this.endStamp = endStamp;
  }

  /** Loads a customer; false when none of the customer's returns names a purchase. */
  boolean load(int customer) {
    start = log.start(customer);
    int size = log.start(customer + 1) - start;
    if (!log.entries().isNumbered() || !namesAny(size)) {
      return false;
    }
    left = Arrays.copyOfRange(log.entries().amounts(), start, start + size);
    matched = new boolean[size];
    match(salesByNumber(size), size);
    return true;
  }

  boolean isMatched(int entry) {
    return matched[entry - start];
  }

  /** What is left of the sale, in minor units. */
  long left(int entry) {
    return left[entry - start];
  }

  private boolean namesAny(int size) {
    for (int i = 0; i < size; i++) {
      if (log.entries().reversal(start + i) != Entry.NO_ID) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, Integer> salesByNumber(int size) {
    Map<Integer, Integer> sales = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (Entry.isSale(stamp(i)) && log.entries().purchase(start + i) != Entry.NO_ID) {
        sales.put(log.entries().purchase(start + i), i);
      }
    }
    return sales;
  }

  private void match(Map<Integer, Integer> sales, int size) {
    for (int i = 0; i < size && stamp(i) < endStamp; i++) {
      Integer sale = Entry.isReturn(stamp(i)) ? sales.get(log.entries().reversal(start + i)) : null;
      if (sale != null && Entry.day(stamp(sale)) <= Entry.day(stamp(i))) {
        left[sale] = Math.max(0, left[sale] + left[i]);
        matched[i] = true;
      }
    }
  }

  private int stamp(int i) {
    return log.entries().stamps()[start + i];
  }
}
