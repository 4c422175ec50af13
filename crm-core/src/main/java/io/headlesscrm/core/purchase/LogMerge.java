package io.headlesscrm.core.purchase;

/** Joins two logs customer by customer: what is sorted stays sorted, so a day more does not rebuild the rest. */
final class LogMerge {

  private final SortedIds customerIds;
  private final SortedIds purchaseIds;
  private final EntryColumns entries;
  private final int[] starts;
  private final EntrySort sort;
  private final PurchaseGathering gathering;
  private int end;

  private LogMerge(PurchaseLog left, PurchaseLog right) {
    this.customerIds = left.customerIds().union(right.customerIds());
    this.purchaseIds = left.purchaseIds().union(right.purchaseIds());
    int size = Math.addExact(left.entries().size(), right.entries().size());
    boolean numbered = purchaseIds.size() > 0;
    boolean itemised = left.entries().isItemised() || right.entries().isItemised();
    this.entries = EntryColumns.allocate(size, numbered, numbered || itemised);
    this.starts = new int[customerIds.size() + 1];
    this.sort = new EntrySort(entries);
    this.gathering = new PurchaseGathering(entries);
  }

  static PurchaseLog merge(PurchaseLog left, PurchaseLog right) {
    return new LogMerge(left, right).join(left, right);
  }

  private PurchaseLog join(PurchaseLog left, PurchaseLog right) {
    Cursor fromLeft = new Cursor(left);
    Cursor fromRight = new Cursor(right);
    for (int customer = 0; customer < customerIds.size(); customer++) {
      starts[customer] = end;
      boolean inLeft = fromLeft.append(customer);
      boolean inRight = fromRight.append(customer);
      if (inLeft && inRight) {
        end = entries.isNumbered() ? gathering.gather(starts[customer], end) : end;
        sort.sort(starts[customer], end);
      }
    }
    starts[customerIds.size()] = end;
    return new PurchaseLog(left.currency(), customerIds, purchaseIds, starts, entries.trimmed(end));
  }

  /** Walks through one of the logs, customer by customer. */
  private final class Cursor {

    private final PurchaseLog log;
    private final int[] customerIndices;
    private final int[] purchaseIndices;
    private int next;

    Cursor(PurchaseLog log) {
      this.log = log;
      this.customerIndices = log.customerIds().indicesIn(customerIds);
      this.purchaseIndices = log.purchaseIds().indicesIn(purchaseIds);
    }

    /** Appends the entries of that customer of the joined log; false when this log does not know the customer. */
    boolean append(int customer) {
      if (next == customerIndices.length || customerIndices[next] != customer) {
        return false;
      }
      int from = log.start(next);
      int length = log.start(next + 1) - from;
      next++;
      copy(from, length);
      end += length;
      return true;
    }

    private void copy(int from, int length) {
      System.arraycopy(log.entries().stamps(), from, entries.stamps(), end, length);
      System.arraycopy(log.entries().amounts(), from, entries.amounts(), end, length);
      for (int i = 0; entries.isNumbered() && i < length; i++) {
        entries.purchases()[end + i] = mapped(log.entries().purchase(from + i));
        entries.reversals()[end + i] = mapped(log.entries().reversal(from + i));
      }
      for (int i = 0; entries.isItemised() && i < length; i++) {
        entries.items()[end + i] = log.entries().items(from + i);
      }
    }

    private int mapped(int number) {
      return number == Entry.NO_ID ? Entry.NO_ID : purchaseIndices[number];
    }
  }
}
