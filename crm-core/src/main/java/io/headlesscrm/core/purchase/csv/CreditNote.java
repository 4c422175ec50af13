package io.headlesscrm.core.purchase.csv;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A return or a sale whose fellow is sought.
 *
 * @param position of its first line
 * @param goods whose and what it is
 * @param invoice its number; null when it has none
 * @param epochDay days since 1970-01-01
 * @param secondOfDay seconds since midnight
 * @param quantity how much, at least 0: units where the file has quantities, else minor units
 * @param minorUnits its money, with its sign
 * @param items its units, whole and at least 1
 */
record CreditNote(
    long position,
    Goods goods,
    @Nullable String invoice,
    int epochDay,
    int secondOfDay,
    BigDecimal quantity,
    long minorUnits,
    int items) {

  /** By time, then so that the order of rows in the file decides only among rows that are alike. */
  static final Comparator<CreditNote> BY_TIME = Comparator.comparingInt(CreditNote::epochDay)
      .thenComparingInt(CreditNote::secondOfDay)
      .thenComparing(CreditNote::invoice, Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(CreditNote::quantity)
      .thenComparingLong(CreditNote::position);

  /** The current row; null when it names no item or no quantity, so that nothing can match it. */
  static @Nullable CreditNote findIn(RowReader row, long position) {
    Goods goods = Goods.findIn(row);
    return goods == null
        ? null
        : new CreditNote(
            position,
            goods,
            row.findText(CsvColumn.INVOICE),
            row.epochDay(),
            row.secondOfDay(),
            quantity(row.money()),
            row.money().minorUnits(),
            row.money().items());
  }

  private static BigDecimal quantity(RowMoney money) {
    BigDecimal quantity = money.findQuantity();
    return (quantity == null ? BigDecimal.valueOf(money.minorUnits()) : quantity).abs();
  }

  /** Whether this happened no later than the other. */
  boolean isUpTo(CreditNote other) {
    return epochDay < other.epochDay
        || (epochDay == other.epochDay && secondOfDay <= other.secondOfDay);
  }

  /**
   * What a customer bought or gave back.
   *
   * @param customer whose
   * @param item what
   * @param unitPrice without sign and without trailing zeros; null where the file has no such column
   */
  record Goods(String customer, String item, @Nullable BigDecimal unitPrice) {

    static @Nullable Goods findIn(RowReader row) {
      String item = row.findText(CsvColumn.ITEM);
      BigDecimal price = row.money().findUnitPrice();
      return item == null
          ? null
          : new Goods(
              row.cells().string(CsvColumn.CUSTOMER),
              item,
              price == null ? null : price.abs().stripTrailingZeros());
    }
  }
}
