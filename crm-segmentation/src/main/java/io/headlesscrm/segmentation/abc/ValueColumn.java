package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.internal.SortedValues;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The known values of customers or items. The best comes first; equal values come in the order of their rows, which is
 * by id ascending as text.
 */
final class ValueColumn {

  private final ValueKeys values;
  private final long[] keys;
  private final int[] rows;
  private final int missing;
  private final SortedValues sorted;

  /** Entry i is what the i best ones bring together, as far as they count. */
  private final long[] cumulated;

  private ValueColumn(ValueKeys values, long[] keys, int[] rows, int missing) {
    this.values = values;
    this.keys = keys;
    this.rows = rows;
    this.missing = missing;
    this.sorted = SortedValues.of(keys);
    this.cumulated = cumulated(values.units(keys));
  }

  private long[] cumulated(Units units) {
    long[] sums = new long[counted() + 1];
    try {
      for (int position = 0; position < sums.length - 1; position++) {
        sums[position + 1] = Math.addExact(sums[position], units.of(keyAt(position)));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the values add up to more than a long of minor units holds. Maybe the amounts are in the"
              + " wrong unit?",
          e);
    }
    return sums;
  }

  /** The values of a base under a policy. */
  static ValueColumn of(CustomerBase base, ValueKeys values, NegativeValues negatives) {
    long[] keys = new long[base.size()];
    int[] rows = new int[base.size()];
    int known = 0;
    for (int row = 0; row < keys.length; row++) {
      long key = values.key(base, row);
      if (key != ValueKeys.MISSING) {
        rows[known] = row;
        keys[known++] = negatives.apply(key);
      }
    }
    int missing = keys.length - known;
    return new ValueColumn(values, trimmed(keys, known), rows, missing)
        .checked(negatives, base::customer);
  }

  /** Amounts of items under a policy, in the order of their names. */
  static ValueColumn of(
      long[] minorUnits, MoneyKeys values, NegativeValues negatives, IntFunction<String> names) {
    long[] keys = Arrays.stream(minorUnits).map(negatives::apply).toArray();
    int[] rows = new int[keys.length];
    Arrays.setAll(rows, row -> row);
    return new ValueColumn(values, keys, rows, 0).checked(negatives, names);
  }

  private static long[] trimmed(long[] keys, int known) {
    return known == keys.length ? keys : Arrays.copyOf(keys, known);
  }

  private ValueColumn checked(NegativeValues negatives, IntFunction<?> names) {
    for (int index = 0; index < keys.length; index++) {
      if (negatives.refuses(keys[index])) {
        throw refused(names.apply(rows[index]), values.value(keys[index]));
      }
    }
    return this;
  }

  static IllegalArgumentException refused(Object name, BigDecimal value) {
    return new IllegalArgumentException("value of " + name + " is " + value.toPlainString()
        + ", it must not be negative. Maybe NegativeValues.LOWEST_CLASS is what you want?");
  }

  int size() {
    return keys.length;
  }

  int missing() {
    return missing;
  }

  int negative() {
    return sorted.countBelow(0);
  }

  /** How many count in shares: all that are not negative. */
  int counted() {
    return size() - negative();
  }

  /** The key of a position, 0 for the best. */
  long keyAt(int position) {
    return sorted.at(size() - 1 - position);
  }

  /** Entry i is what the i best ones bring together, as far as they count; not to be changed. */
  long[] cumulated() {
    return cumulated;
  }

  /** What all that count add up to. */
  long total() {
    return cumulated[counted()];
  }

  /** The rows, the best first. */
  int[] order() {
    int[] order = new int[size()];
    int[] placed = new int[size()];
    for (int index = 0; index < order.length; index++) {
      int start = size() - sorted.countAtMost(keys[index]);
      order[start + placed[start]++] = rows[index];
    }
    return order;
  }

  /** The limit that lets in the first so many customers of the base. */
  ClassLimit limit(int position, CustomerBase base) {
    if (position == 0) {
      return ClassLimit.NOBODY;
    }
    long key = keyAt(position - 1);
    boolean isSplit = position < size() && keyAt(position) == key;
    return new ClassLimit(values.value(key), isSplit ? lastBefore(position, key, base) : null);
  }

  private CustomerId lastBefore(int position, long key, CustomerBase base) {
    int admitted = position - (size() - sorted.countAtMost(key));
    int index = -1;
    while (admitted > 0) {
      index++;
      admitted -= keys[index] == key ? 1 : 0;
    }
    return base.customer(rows[index]);
  }
}
