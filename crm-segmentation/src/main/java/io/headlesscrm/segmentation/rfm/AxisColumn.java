package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.internal.SortedValues;
import java.util.ArrayList;
import java.util.List;

/** The keys of all customers on one axis, the higher the better, and their order. */
final class AxisColumn {

  private final Axis axis;
  private final CustomerBase base;
  private final long[] keys;
  private final SortedValues sorted;

  AxisColumn(Axis axis, CustomerBase base) {
    this.axis = axis;
    this.base = base;
    this.keys = axis.keys(base);
    this.sorted = SortedValues.of(keys);
  }

  Axis axis() {
    return axis;
  }

  int size() {
    return keys.length;
  }

  int countBelow(long key) {
    return sorted.countBelow(key);
  }

  int countAtMost(long key) {
    return sorted.countAtMost(key);
  }

  /** The key of a rank; past the last one a key that nobody has, better than all. */
  long keyAt(int rank) {
    return rank < size() ? sorted.at(rank) : beyond();
  }

  /** The next better key that somebody has. */
  long keyAfter(long key) {
    return keyAt(sorted.countAtMost(key));
  }

  private long beyond() {
    long best = sorted.at(size() - 1);
    return best == Long.MAX_VALUE ? best : best + 1;
  }

  /** The cut before the customer of a rank, where equal keys are ranked by row, which is by id. */
  Cut cutAt(int rank) {
    long key = keyAt(rank);
    int before = rank - countBelow(key);
    return before > 0 ? new Cut(key, rowOf(key, before)) : Cut.at(key);
  }

  /** The row of the customer before whom so many have the same key. */
  private int rowOf(long key, int before) {
    int seen = 0;
    int row = 0;
    while (keys[row] != key || seen < before) {
      seen += keys[row] == key ? 1 : 0;
      row++;
    }
    return row;
  }

  /** What other programs add when they add "one": a day, a purchase, a major unit of money. */
  long one() {
    return axis == Axis.MONETARY ? (long) Math.pow(10, Money.fractionDigits(base.currency())) : 1;
  }

  Threshold threshold(Cut cut) {
    return new Threshold(
        axis.toKey(cut.key()), cut.fromRow() > 0 ? base.customer(cut.fromRow()) : null);
  }

  /** How many customers there are between one cut and the next. */
  List<Integer> sizes(List<Cut> cuts) {
    List<Integer> sizes = new ArrayList<>();
    int start = 0;
    for (Cut cut : cuts) {
      int end = countBefore(cut);
      sizes.add(end - start);
      start = end;
    }
    sizes.add(size() - start);
    return sizes;
  }

  private int countBefore(Cut cut) {
    int before = countBelow(cut.key());
    for (int row = 0; row < cut.fromRow(); row++) {
      before += keys[row] == cut.key() ? 1 : 0;
    }
    return before;
  }
}
