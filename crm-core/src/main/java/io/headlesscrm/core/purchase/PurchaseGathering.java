package io.headlesscrm.core.purchase;

import java.util.Arrays;

/**
 * Gathers the rows of one customer that carry the same purchase number into one purchase at its earliest day. Sales,
 * free deliveries and returns of one purchase stay apart, the second and third marked as attached. Amounts and items are
 * summed.
 */
final class PurchaseGathering {

  private final EntryColumns entries;

  PurchaseGathering(EntryColumns entries) {
    this.entries = entries;
  }

  /** Gathers the entries from start to end; returns the new end. The entries need sorting afterwards. */
  int gather(int start, int end) {
    if (!hasRepeatedNumber(start, end)) {
      return end;
    }
    Integer[] order = byNumberKindAndReversal(start, end);
    EntryColumns copy = copy(order);
    return write(copy, start);
  }

  private boolean hasRepeatedNumber(int start, int end) {
    int[] numbers = Arrays.copyOfRange(entries.purchases(), start, end);
    Arrays.sort(numbers);
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] == numbers[i - 1] && numbers[i] != Entry.NO_ID) {
        return true;
      }
    }
    return false;
  }

  private Integer[] byNumberKindAndReversal(int start, int end) {
    Integer[] order = new Integer[end - start];
    Arrays.setAll(order, i -> start + i);
    Arrays.sort(order, (a, b) -> {
      int byNumber = Integer.compare(entries.purchases()[a], entries.purchases()[b]);
      if (byNumber != 0) {
        return byNumber;
      }
      int byKind = kind(a).compareTo(kind(b));
      return byKind != 0
          ? byKind
          : Integer.compare(entries.reversals()[a], entries.reversals()[b]);
    });
    return order;
  }

  private EntryColumns copy(Integer[] order) {
    EntryColumns copy = entries.alike(order.length);
    for (int i = 0; i < order.length; i++) {
      copy.copyFrom(entries, order[i], i, 1);
    }
    return copy;
  }

  private int write(EntryColumns copy, int start) {
    int to = start;
    int from = 0;
    while (from < copy.size()) {
      int next = endOfPurchase(copy, from);
      to = writePurchase(copy, from, next, to);
      from = next;
    }
    return to;
  }

  private static int endOfPurchase(EntryColumns copy, int from) {
    int next = from + 1;
    if (copy.purchases()[from] != Entry.NO_ID) {
      while (next < copy.size() && copy.purchases()[next] == copy.purchases()[from]) {
        next++;
      }
    }
    return next;
  }

  private int writePurchase(EntryColumns copy, int from, int next, int to) {
    int first = to;
    int day = earliestDay(copy, from, next);
    for (int i = from; i < next; i++) {
      if (i > from && isSamePart(copy, i - 1, i)) {
        entries.amounts()[to - 1] = Math.addExact(entries.amounts()[to - 1], copy.amounts()[i]);
        entries.items()[to - 1] = ItemCount.sum(entries.items()[to - 1], copy.items()[i]);
      } else {
        entries.copyFrom(copy, i, to, 1);
        int stamp = Entry.stamp(day, Entry.kind(copy.stamps()[i]));
        entries.stamps()[to] = to == first ? stamp : Entry.attached(stamp);
        to++;
      }
    }
    return to;
  }

  private static int earliestDay(EntryColumns copy, int from, int next) {
    int earliest = Entry.day(copy.stamps()[from]);
    for (int i = from + 1; i < next; i++) {
      earliest = Math.min(earliest, Entry.day(copy.stamps()[i]));
    }
    return earliest;
  }

  private static boolean isSamePart(EntryColumns copy, int a, int b) {
    return Entry.kind(copy.stamps()[a]) == Entry.kind(copy.stamps()[b])
        && copy.reversals()[a] == copy.reversals()[b];
  }

  private PurchaseKind kind(int entry) {
    return Entry.kind(entries.stamps()[entry]);
  }
}
