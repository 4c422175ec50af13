package io.headlesscrm.core.purchase.csv;

import java.io.Reader;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How one pass reads a file.
 *
 * @param options what the caller said
 * @param columns what the header means
 * @param delimiter between cells
 * @param dateOrder of dates with slashes; null takes the month first until the column has decided
 * @param decimalMark a dot or a comma
 */
record Reading(
    CsvOptions options,
    ColumnMapping columns,
    char delimiter,
    @Nullable DateOrder dateOrder,
    char decimalMark) {

  static final Currency NO_CURRENCY = Currency.getInstance("XXX");

  /** As the options say, else as the cells seen so far say. */
  static Reading of(CsvOptions options, ColumnMapping columns, char delimiter, Evidence evidence) {
    DateOrder order = options.dateOrder();
    Character mark = options.decimalMark();
    return new Reading(
        options,
        columns,
        delimiter,
        order == null ? evidence.dateOrder() : order,
        mark == null ? evidence.decimalMark() : mark);
  }

  RowBlocks blocks(Reader reader) {
    return new RowBlocks(reader, delimiter, options.quote());
  }

  CsvFormat format(CsvSource.Opened opened) {
    return new CsvFormat(
        opened.charset(),
        opened.gzip(),
        delimiter,
        options.quote(),
        columns.header(),
        columns.names(),
        dateOrder,
        decimalMark);
  }

  boolean isDayFirst() {
    return dateOrder == DateOrder.DAY_FIRST;
  }

  /** Whether rows would be read alike. */
  boolean readsAs(Reading other) {
    return isDayFirst() == other.isDayFirst() && decimalMark == other.decimalMark;
  }

  /** The currency of all rows; null when the file's column decides. */
  @Nullable
  Currency targetCurrency() {
    if (options.rates() != null) {
      return options.rates().target();
    }
    return columns.has(CsvColumn.CURRENCY) ? null : NO_CURRENCY;
  }
}
