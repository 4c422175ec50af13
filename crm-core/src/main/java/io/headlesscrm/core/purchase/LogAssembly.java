package io.headlesscrm.core.purchase;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Turns rows in any order into a log grouped by customer: customers ranked by id, rows scattered in two steps (first
 * into buckets that fit the cache, then within a bucket), each customer's entries sorted. Every step ends in an order
 * that depends on the content alone, so that neither the order of rows nor the number of tasks changes a bit.
 */
final class LogAssembly {

  /** Rows of a bucket and what they become, half a megabyte, fit the cache of a core with room to spare. */
  private static final int ROWS_PER_BUCKET_BITS = 14;

  private static final int MAX_BUCKETS = 1 << 10;

  private final RowColumns rows;
  private final SortedIds customerIds;
  private final SortedIds purchaseIds;
  private final int[] customerRank;
  private final int[] purchaseRank;
  private final int shift;
  private final int buckets;
  private final int tasks;
  private final Executor executor;
  private final int width;

  LogAssembly(
      RowColumns rows,
      IdDictionary customers,
      IdDictionary purchases,
      Executor executor,
      int tasks) {
    this.rows = rows;
    int[] customerOrder = customers.sortedOrdinals();
    int[] purchaseOrder = purchases.sortedOrdinals();
    this.customerIds = customers.sorted(customerOrder);
    this.purchaseIds = purchases.sorted(purchaseOrder);
    this.customerRank = inverse(customerOrder);
    this.purchaseRank = inverse(purchaseOrder);
    this.shift = shift(rows.size(), customers.size());
    this.buckets = customers.size() == 0 ? 0 : ((customers.size() - 1) >>> shift) + 1;
    this.executor = executor;
    this.tasks = tasks;
    this.width = 2 + (rows.isNumbered() ? 1 : 0) + (rows.isItemised() ? 1 : 0);
  }

  PurchaseLog assemble(Currency currency) {
    int[][] cursors = bucketCursors();
    int[] bucketStart = startOfBuckets(cursors);
    long[] packed = new long[Math.multiplyExact(rows.size(), width)];
    inParallel(task -> scatter(task, cursors[task], packed));
    // rows with one number become one purchase of several items
    EntryColumns entries = EntryColumns.allocate(
        rows.size(), rows.isNumbered(), rows.isNumbered() || rows.isItemised());
    int[] starts = new int[customerIds.size() + 1];
    int[] ends = new int[customerIds.size()];
    inParallel(task -> {
      BucketUnpacking unpacking = new BucketUnpacking(packed, width, entries, starts, ends);
      for (int bucket = task; bucket < buckets; bucket += tasks) {
        unpacking.unpack(
            bucketStart[bucket], bucketStart[bucket + 1], bucket << shift, endOfBucket(bucket));
      }
    });
    starts[customerIds.size()] = rows.size();
    return compact(currency, entries, starts, ends);
  }

  private PurchaseLog compact(Currency currency, EntryColumns entries, int[] starts, int[] ends) {
    int to = 0;
    for (int customer = 0; customer < ends.length; customer++) {
      int start = starts[customer];
      int length = ends[customer] - start;
      if (to != start) {
        entries.copyFrom(entries, start, to, length);
      }
      starts[customer] = to;
      to += length;
    }
    starts[ends.length] = to;
    return new PurchaseLog(currency, customerIds, purchaseIds, starts, entries.trimmed(to));
  }

  private int endOfBucket(int bucket) {
    return Math.min(customerIds.size(), (bucket + 1) << shift);
  }

  private static int shift(int rows, int customers) {
    int wanted = Math.max(1, Math.min(MAX_BUCKETS, rows >>> ROWS_PER_BUCKET_BITS));
    int shift = 0;
    while ((customers - 1) >>> shift >= wanted) {
      shift++;
    }
    return shift;
  }

  private static int[] inverse(int[] order) {
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    return rank;
  }

  /** For each task and bucket: first the number of rows, then where the task writes its first row. */
  private int[][] bucketCursors() {
    int[][] cursors = new int[tasks][buckets];
    inParallel(task -> count(task, cursors[task]));
    int position = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int task = 0; task < tasks; task++) {
        int count = cursors[task][bucket];
        cursors[task][bucket] = position;
        position += count;
      }
    }
    return cursors;
  }

  private int[] startOfBuckets(int[][] cursors) {
    int[] starts = new int[buckets + 1];
    for (int bucket = 0; bucket < buckets; bucket++) {
      starts[bucket] = cursors[0][bucket];
    }
    starts[buckets] = rows.size();
    return starts;
  }

  private void count(int task, int[] counts) {
    for (int chunk = task; chunk < rows.customers.size(); chunk += tasks) {
      int[] customers = rows.customers.get(chunk);
      int filled = rows.filled(chunk);
      for (int i = 0; i < filled; i++) {
        counts[customerRank[customers[i]] >>> shift]++;
      }
    }
  }

  private void scatter(int task, int[] cursors, long[] packed) {
    for (int chunk = task; chunk < rows.customers.size(); chunk += tasks) {
      int[] customers = rows.customers.get(chunk);
      int[] stamps = rows.stamps.get(chunk);
      long[] amounts = rows.amounts.get(chunk);
      int filled = rows.filled(chunk);
      for (int i = 0; i < filled; i++) {
        int rank = customerRank[customers[i]];
        int at = width * cursors[rank >>> shift]++;
        packed[at] = ((long) rank << 32) | (stamps[i] & 0xFFFFFFFFL);
        packed[at + 1] = amounts[i];
        if (rows.isNumbered()) {
          packed[at + 2] = numbers(chunk, i);
        }
        if (rows.isItemised()) {
          packed[at + width - 1] = rows.items.get(chunk)[i];
        }
      }
    }
  }

  private long numbers(int chunk, int at) {
    int purchase = ranked(rows.purchases.get(chunk)[at]);
    int reversal = ranked(rows.reversals.get(chunk)[at]);
    return ((long) purchase << 32) | (reversal & 0xFFFFFFFFL);
  }

  private int ranked(int ordinal) {
    return ordinal == Entry.NO_ID ? Entry.NO_ID : purchaseRank[ordinal];
  }

  private void inParallel(TaskBody body) {
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int task = 1; task < tasks; task++) {
      int number = task;
      others.add(CompletableFuture.runAsync(() -> body.run(number), executor));
    }
    body.run(0);
    others.forEach(CompletableFuture::join);
  }

  private interface TaskBody {
    void run(int task);
  }
}
