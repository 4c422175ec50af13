package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.ItemCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The numbers of the current row and the money they make, in the target currency where there is one. */
final class RowMoney {

  static final Reason MISSING_VALUE = Reason.of("csv.missing_value");

  private static final Reason BAD_NUMBER = Reason.of("csv.bad_number");
  private static final Reason BAD_CURRENCY = Reason.of("csv.bad_currency");
  private static final Reason TOO_LARGE = Reason.of("csv.amount_too_large");

  private final Cells cells;
  private final NumberParser amount;
  private final NumberParser quantity;
  private final NumberParser price;
  private final CurrencyCell currency;
  private final @Nullable ExchangeRates rates;
  private final boolean hasAmount;
  private final boolean hasQuantity;
  private final boolean hasPrice;
  private final boolean hasCurrency;
  private final CsvColumn moneyColumn;
  private final LineMoney line = new LineMoney();
  private long minorUnits;
  private CsvColumn problemColumn;

  RowMoney(Cells cells, Reading reading, Evidence evidence) {
    ColumnMapping columns = reading.columns();
    this.cells = cells;
    this.amount = new NumberParser(reading.decimalMark(), evidence);
    this.quantity = new NumberParser(reading.decimalMark(), evidence);
    this.price = new NumberParser(reading.decimalMark(), evidence);
    this.currency = new CurrencyCell(reading.targetCurrency());
    this.rates = reading.options().rates();
    this.hasAmount = columns.has(CsvColumn.AMOUNT);
    this.hasQuantity = columns.has(CsvColumn.QUANTITY);
    this.hasPrice = columns.has(CsvColumn.UNIT_PRICE);
    this.hasCurrency = columns.has(CsvColumn.CURRENCY);
    this.moneyColumn = hasAmount ? CsvColumn.AMOUNT : CsvColumn.UNIT_PRICE;
    this.problemColumn = moneyColumn;
  }

  /** Reads all numbers of the row; null when they are numbers. */
  @Nullable
  Reason readNumbers() {
    Reason problem = hasAmount ? readNumber(CsvColumn.AMOUNT, amount, null) : null;
    problem = hasQuantity ? readNumber(CsvColumn.QUANTITY, quantity, problem) : problem;
    return hasPrice ? readNumber(CsvColumn.UNIT_PRICE, price, problem) : problem;
  }

  /** Keeps an earlier problem, but reads the number even so: it is evidence. */
  private @Nullable Reason readNumber(
      CsvColumn column, NumberParser number, @Nullable Reason earlier) {
    cells.trim(column);
    int length = cells.length(column);
    boolean known = number.parse(cells.text(), cells.start(column), length);
    if (known || earlier != null) {
      return earlier;
    }
    problemColumn = column;
    return length == 0 ? MISSING_VALUE : BAD_NUMBER;
  }

  /** Makes the money of a row whose numbers are good; null when there is such money. */
  @Nullable
  Reason makeMoney(int epochDay) {
    if (hasCurrency) {
      cells.trim(CsvColumn.CURRENCY);
      if (!currency.read(cells)) {
        problemColumn = CsvColumn.CURRENCY;
        return BAD_CURRENCY;
      }
    }
    problemColumn = moneyColumn;
    boolean fits = hasAmount
        ? line.set(amount, currency.digits())
        : line.setProduct(quantity, price, currency.digits());
    minorUnits = line.minorUnits();
    if (!fits) {
      return TOO_LARGE;
    }
    return currency.isTarget() ? null : convert(LocalDate.ofEpochDay(epochDay));
  }

  private @Nullable Reason convert(LocalDate day) {
    ExchangeRates table = requireNonNull(rates, "rates");
    if (table.findRate(currency.currency(), day).isEmpty()) {
      problemColumn = CsvColumn.CURRENCY;
      return Reason.of("csv.no_rate")
          .withValue("currency", currency.currency().getCurrencyCode())
          .withValue("target", table.target().getCurrencyCode())
          .withValue("day", day);
    }
    try {
      minorUnits =
          table.convert(new Money(minorUnits, currency.currency()), day).minorUnits();
    } catch (IllegalArgumentException e) {
      return TOO_LARGE;
    }
    return Math.abs(minorUnits) > LineMoney.LIMIT ? TOO_LARGE : null;
  }

  CsvColumn problemColumn() {
    return problemColumn;
  }

  /** In the target currency, or in the row's own when the column of currencies decides the target. */
  long minorUnits() {
    return minorUnits;
  }

  Currency currency() {
    return rates == null ? currency.currency() : rates.target();
  }

  /** Decimals of the currency that the row is written in. */
  int digits() {
    return currency.digits();
  }

  Currency writtenCurrency() {
    return currency.currency();
  }

  boolean isConverted() {
    return !currency.isTarget();
  }

  boolean isRounded() {
    return line.isRounded();
  }

  /** Whether something was taken back or nothing delivered. */
  boolean isReturned() {
    // nothing was sold where the quantity is zero, as in a purchase line of the core
    return (hasAmount && amount.signum() < 0)
        || (hasQuantity && quantity.signum() <= 0)
        || (hasPrice && price.signum() < 0);
  }

  boolean isFree() {
    return hasPrice && price.signum() == 0;
  }

  /** Units of the row without sign, whole and at least one; one where the file has no quantities. */
  int items() {
    if (!hasQuantity) {
      return 1;
    }
    return quantity.isPlain() && quantity.scale() == 0
        ? (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.abs(quantity.unscaled())))
        : ItemCount.of(quantity.toDecimal());
  }

  @Nullable
  BigDecimal findQuantity() {
    return hasQuantity ? quantity.toDecimal() : null;
  }

  @Nullable
  BigDecimal findUnitPrice() {
    return hasPrice ? price.toDecimal() : null;
  }
}
