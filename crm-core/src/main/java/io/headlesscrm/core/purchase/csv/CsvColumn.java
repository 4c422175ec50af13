package io.headlesscrm.core.purchase.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of an export can mean. A file needs customer, date, and amount or both quantity and unit price. */
public enum CsvColumn {
  /** Who bought. A row without it is rejected. */
  CUSTOMER,
  /** When, as a day or a timestamp. */
  DATE,
  /** The money of the row; below zero for a return. Wins over quantity x unit price where a file has all three. */
  AMOUNT,
  /** Units of the item; below zero when taken back. */
  QUANTITY,
  /** The price of one unit; zero for a free delivery. */
  UNIT_PRICE,
  /** The number of the order, shipment or invoice: rows with one number are one purchase. */
  INVOICE,
  /** What was bought. */
  ITEM,
  /** Where it was bought. */
  CHANNEL,
  /** ISO 4217 code of the row's money. */
  CURRENCY,
  /** The number of the purchase that a return takes back; read on returns only. */
  REVERSAL_OF,
  /** What the row cost the seller, in the currency of the row. */
  COST;

  /**
   * What a column of that name means, when it is one of the usual names in English or Chinese.
   *
   * @param name as a file spells it, in any case, with or without blanks and underscores
   * @return empty for another name
   */
  public static Optional<CsvColumn> findByName(String name) {
    String normalised = ColumnAliases.normalised(name);
    return Arrays.stream(values())
        .filter(column ->
            ColumnAliases.groups(column).stream().anyMatch(group -> group.contains(normalised)))
        .findFirst();
  }

  /** Where the cells of the column are kept while a row is read; never stored. */
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }

  /** Such as {@code unit_price}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
