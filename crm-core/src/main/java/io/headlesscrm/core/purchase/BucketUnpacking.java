package io.headlesscrm.core.purchase;

import java.util.Arrays;

/** Brings the packed rows of one bucket, which fit the cache, into the columns, customer by customer. */
final class BucketUnpacking {

  private final long[] packed;
  private final int width;
  private final boolean itemisedRows;
  private final EntryColumns entries;
  private final int[] starts;
  private final int[] ends;
  private final EntrySort sort;
  private final PurchaseGathering gathering;
  private int[] cursor = new int[0];

  BucketUnpacking(long[] packed, int width, EntryColumns entries, int[] starts, int[] ends) {
    this.packed = packed;
    this.width = width;
    this.itemisedRows = width > (entries.isNumbered() ? 3 : 2);
    this.entries = entries;
    this.starts = starts;
    this.ends = ends;
    this.sort = new EntrySort(entries);
    this.gathering = new PurchaseGathering(entries);
  }

  /** Unpacks rows from {@code from} to {@code to}, which belong to the customers from {@code first} to {@code last}. */
  void unpack(int from, int to, int first, int last) {
    countCustomers(from, to, first, last);
    placeRows(from, to, first);
    for (int customer = first; customer < last; customer++) {
      ends[customer] = ordered(starts[customer], cursor[customer - first]);
    }
  }

  private void countCustomers(int from, int to, int first, int last) {
    if (cursor.length < last - first) {
      cursor = new int[last - first];
    }
    Arrays.fill(cursor, 0, last - first, 0);
    for (int row = from; row < to; row++) {
      cursor[customer(row) - first]++;
    }
    int position = from;
    for (int customer = first; customer < last; customer++) {
      int count = cursor[customer - first];
      starts[customer] = position;
      cursor[customer - first] = position;
      position += count;
    }
  }

  private void placeRows(int from, int to, int first) {
    int[] stamps = entries.stamps();
    long[] amounts = entries.amounts();
    boolean numbered = entries.isNumbered();
    boolean itemised = entries.isItemised();
    for (int row = from; row < to; row++) {
      int at = cursor[customer(row) - first]++;
      stamps[at] = (int) packed[width * row];
      amounts[at] = packed[width * row + 1];
      if (numbered) {
        entries.purchases()[at] = (int) (packed[width * row + 2] >>> 32);
        entries.reversals()[at] = (int) packed[width * row + 2];
      }
      if (itemised) {
        entries.items()[at] = itemisedRows ? (int) packed[width * row + width - 1] : ItemCount.ONE;
      }
    }
  }

  private int ordered(int start, int end) {
    int gatheredEnd = entries.isNumbered() ? gathering.gather(start, end) : end;
    sort.sort(start, gatheredEnd);
    return gatheredEnd;
  }

  private int customer(int row) {
    return (int) (packed[width * row] >>> 32);
  }
}
