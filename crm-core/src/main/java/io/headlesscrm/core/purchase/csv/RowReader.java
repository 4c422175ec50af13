package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands the cells of the current row, or says what is wrong with it. Every cell that counts is looked at, whatever
 * is wrong with the others, so that the {@link Evidence} does not depend on it. No object is made for an ordinary row.
 */
final class RowReader {

  /** Longer ids and codes are a sign of a quote gone astray. */
  static final int MAX_ID = 255;

  private static final Reason MISSING_CUSTOMER = Reason.of("csv.missing_customer");
  private static final Reason BAD_DATE = Reason.of("csv.bad_date");
  private static final Reason UNDECODABLE = Reason.of("csv.undecodable");
  private static final Reason OVERLONG = Reason.of("csv.overlong_value").with("limit", MAX_ID);
  private static final char REPLACEMENT = '\uFFFD';
  private static final List<CsvColumn> TEXTS = List.of(
      CsvColumn.CUSTOMER,
      CsvColumn.INVOICE,
      CsvColumn.REVERSAL_OF,
      CsvColumn.ITEM,
      CsvColumn.CHANNEL);

  private final Cells cells;
  private final ColumnMapping columns;
  private final CsvColumn[] texts;
  private final Evidence evidence = new Evidence();
  private final DateParser date;
  private final RowMoney money;
  private final NumberParser cost;
  private final Cancellation cancellation;
  private boolean undecodable;
  private @Nullable Reason problem;
  private CsvColumn problemColumn = CsvColumn.CUSTOMER;

  RowReader(Cells cells, Reading reading) {
    this.cells = cells;
    this.columns = reading.columns();
    this.texts = TEXTS.stream().filter(columns::has).toArray(CsvColumn[]::new);
    this.date = new DateParser(reading.options().zone(), reading.isDayFirst(), evidence);
    this.money = new RowMoney(cells, reading, evidence);
    // costs are read for some callers only and must not decide anything
    this.cost = new NumberParser(reading.decimalMark(), new Evidence());
    this.cancellation = new Cancellation(columns, reading.options().cancellationPrefix());
  }

  /** Tells whether the text of the rows to come holds characters that stand for bytes without meaning. */
  void expectUndecodable(boolean expected) {
    undecodable = expected;
  }

  /** Understands the row in the cells; false when it is to be rejected. */
  boolean read() {
    problem = null;
    readTexts();
    readDate();
    fail(money.readNumbers());
    if (problem == null) {
      fail(money.makeMoney(date.epochDay()));
    }
    return problem == null;
  }

  private void readTexts() {
    int longest = 0;
    for (CsvColumn column : texts) {
      cells.trim(column);
      longest = Math.max(longest, cells.length(column));
    }
    if (MissingMarks.isMissing(cells, CsvColumn.CUSTOMER)) {
      fail(CsvColumn.CUSTOMER, MISSING_CUSTOMER);
    }
    if (longest > MAX_ID || undecodable) {
      failTexts();
    }
  }

  private void failTexts() {
    for (CsvColumn column : texts) {
      if (cells.length(column) > MAX_ID) {
        fail(column, OVERLONG);
      } else if (undecodable && cells.contains(column, REPLACEMENT)) {
        fail(column, UNDECODABLE);
      }
    }
  }

  private void readDate() {
    cells.trim(CsvColumn.DATE);
    int length = cells.length(CsvColumn.DATE);
    if (!date.parse(cells.text(), cells.start(CsvColumn.DATE), length)) {
      fail(CsvColumn.DATE, length == 0 ? RowMoney.MISSING_VALUE : BAD_DATE);
    }
  }

  private void fail(@Nullable Reason reason) {
    if (reason != null) {
      fail(money.problemColumn(), reason);
    }
  }

  /** Keeps the first problem: a row without a customer is that, whatever else it lacks. */
  private void fail(CsvColumn column, Reason reason) {
    if (problem == null) {
      problem = reason;
      problemColumn = column;
    }
  }

  /** Why the row that was just read is rejected. */
  RejectedRow rejection(long position) {
    return new RejectedRow(
        position,
        columns.name(problemColumn),
        columns.has(problemColumn) ? cells.string(problemColumn) : "",
        requireNonNull(problem, "problem"));
  }

  Evidence evidence() {
    return evidence;
  }

  Cells cells() {
    return cells;
  }

  RowMoney money() {
    return money;
  }

  int epochDay() {
    return date.epochDay();
  }

  int secondOfDay() {
    return date.secondOfDay();
  }

  boolean isCancelled() {
    return cancellation.isCancelled(cells);
  }

  PurchaseKind kind() {
    if (money.isReturned() || isCancelled()) {
      return PurchaseKind.RETURN;
    }
    return money.isFree() ? PurchaseKind.FREE_OF_CHARGE : PurchaseKind.SALE;
  }

  boolean hasText(CsvColumn column) {
    return columns.has(column) && !MissingMarks.isMissing(cells, column);
  }

  /** The text of the cell; null when it is empty or the file has no such column. */
  @Nullable
  String findText(CsvColumn column) {
    return hasText(column) ? cells.string(column) : null;
  }

  /** What the row cost; null when the cell holds no number, for which no row is rejected. */
  @Nullable
  BigDecimal findCost() {
    if (!columns.has(CsvColumn.COST)) {
      return null;
    }
    cells.trim(CsvColumn.COST);
    int start = cells.start(CsvColumn.COST);
    return cost.parse(cells.text(), start, cells.length(CsvColumn.COST)) ? cost.toDecimal() : null;
  }

  /** The row as an object. */
  CsvRow toRow(long line) {
    return new CsvRow(
        line,
        CustomerId.of(cells.string(CsvColumn.CUSTOMER)),
        LocalDate.ofEpochDay(date.epochDay()),
        new Money(money.minorUnits(), money.currency()),
        kind(),
        findText(CsvColumn.INVOICE),
        findText(CsvColumn.REVERSAL_OF),
        findText(CsvColumn.ITEM),
        findText(CsvColumn.CHANNEL),
        money.findQuantity(),
        money.findUnitPrice(),
        findCost());
  }
}
