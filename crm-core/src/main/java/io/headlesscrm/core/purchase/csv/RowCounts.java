package io.headlesscrm.core.purchase.csv;

import com.google.common.primitives.ImmutableLongArray;
import io.headlesscrm.core.purchase.PurchaseKind;
import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;

/** What is noted of the good rows of one worker, beside the purchases. */
final class RowCounts {

  private final ImmutableLongArray.Builder free = ImmutableLongArray.builder();
  private final ImmutableLongArray.Builder returns = ImmutableLongArray.builder();
  private final Set<String> currencies = new TreeSet<>();
  private final ZeroSuffix customerSuffix = new ZeroSuffix();
  private final ZeroSuffix invoiceSuffix = new ZeroSuffix();
  private final ZeroSuffix reversalSuffix = new ZeroSuffix();
  private final AmountCeiling ceiling = new AmountCeiling();
  private Currency currency;
  private long rows;
  private long rounded;
  private long converted;
  private long cancelled;

  RowCounts() {
    this.currency = Currency.getInstance("XXX");
  }

  void add(RowReader row, PurchaseKind kind, long position) {
    rows++;
    ceiling.add(row.money().minorUnits());
    noteSuffixes(row);
    if (row.money().isRounded()) {
      rounded++;
    }
    if (row.money().isConverted()) {
      converted++;
    }
    if (kind != PurchaseKind.SALE) {
      (kind == PurchaseKind.RETURN ? returns : free).add(position);
      cancelled += row.isCancelled() ? 1 : 0;
    }
    if (rows == 1 || !currency.equals(row.money().currency())) {
      currency = row.money().currency();
      currencies.add(currency.getCurrencyCode());
    }
  }

  private void noteSuffixes(RowReader row) {
    customerSuffix.note(row.cells(), CsvColumn.CUSTOMER);
    if (row.hasText(CsvColumn.INVOICE)) {
      invoiceSuffix.note(row.cells(), CsvColumn.INVOICE);
    }
    if (row.hasText(CsvColumn.REVERSAL_OF)) {
      reversalSuffix.note(row.cells(), CsvColumn.REVERSAL_OF);
    }
  }

  void addAll(RowCounts other) {
    rows += other.rows;
    rounded += other.rounded;
    converted += other.converted;
    cancelled += other.cancelled;
    free.addAll(other.free.build());
    returns.addAll(other.returns.build());
    currencies.addAll(other.currencies);
    customerSuffix.addAll(other.customerSuffix);
    invoiceSuffix.addAll(other.invoiceSuffix);
    reversalSuffix.addAll(other.reversalSuffix);
    ceiling.addAll(other.ceiling);
  }

  long rows() {
    return rows;
  }

  long rounded() {
    return rounded;
  }

  long converted() {
    return converted;
  }

  long cancelled() {
    return cancelled;
  }

  /** Codes of all currencies of the log to be; more than one is an error. */
  Set<String> currencies() {
    return currencies;
  }

  boolean isCeilingExceeded() {
    return ceiling.isExceeded();
  }

  ZeroSuffix customerSuffix() {
    return customerSuffix;
  }

  ZeroSuffix invoiceSuffix() {
    return invoiceSuffix;
  }

  ZeroSuffix reversalSuffix() {
    return reversalSuffix;
  }

  /** Lines of free deliveries, ascending. */
  long[] freeLines(LineNumbers lines) {
    return ascending(free.build(), lines);
  }

  /** Lines of returns, ascending. */
  long[] returnLines(LineNumbers lines) {
    return ascending(returns.build(), lines);
  }

  private static long[] ascending(ImmutableLongArray positions, LineNumbers lines) {
    return positions.stream().map(lines::line).sorted().toArray();
  }
}
