package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings good rows into a log; what waits for its fellow is held back. */
final class LogSink implements RowSink {

  private final CreditMatching matching;
  private final RowCounts counts = new RowCounts();
  private final List<NamedReturn> namedReturns = new ArrayList<>();
  private final List<CreditNote> sought = new ArrayList<>();
  private final CellText invoice = new CellText(CsvColumn.INVOICE);
  private final CellText reversal = new CellText(CsvColumn.REVERSAL_OF);
  private @Nullable PurchaseLogBuilder builder;

  LogSink(CreditMatching matching) {
    this.matching = matching;
  }

  @Override
  public void accept(RowReader row, long position) {
    PurchaseKind kind = row.kind();
    counts.add(row, kind, position);
    PurchaseLogBuilder log = builder(row.money().currency());
    if (log.currency().equals(row.money().currency()) && !holdsBack(row, kind, position)) {
      add(log, row, kind, position);
    }
  }

  private PurchaseLogBuilder builder(Currency currency) {
    if (builder == null) {
      builder = PurchaseLogBuilder.of(currency);
    }
    return builder;
  }

  private void add(PurchaseLogBuilder log, RowReader row, PurchaseKind kind, long position) {
    Cells cells = row.cells();
    boolean reverses = kind == PurchaseKind.RETURN && row.hasText(CsvColumn.REVERSAL_OF);
    boolean numbered = row.hasText(CsvColumn.INVOICE);
    int start = cells.start(CsvColumn.CUSTOMER);
    int length = cells.length(CsvColumn.CUSTOMER);
    long amount = row.money().minorUnits();
    int items = row.money().items();
    if (!reverses && !numbered && items == 1) {
      log.addRow(cells.text(), start, length, row.epochDay(), amount, kind);
      return;
    }
    if (reverses) {
      namedReturns.add(new NamedReturn(
          position,
          cells.string(CsvColumn.CUSTOMER),
          row.findText(CsvColumn.INVOICE),
          cells.string(CsvColumn.REVERSAL_OF),
          row.epochDay()));
    }
    log.addRow(
        cells.text(),
        start,
        length,
        row.epochDay(),
        amount,
        kind,
        numbered ? invoice.of(cells) : null,
        reverses ? reversal.of(cells) : null,
        items);
  }

  /** Keeps what can take part in matching; a sale with a number of its own goes into the log all the same. */
  private boolean holdsBack(RowReader row, PurchaseKind kind, long position) {
    if (matching.isEmpty() || kind == PurchaseKind.FREE_OF_CHARGE) {
      return false;
    }
    CreditNote note =
        matching.isSought(CreditNote.Goods.findIn(row)) ? CreditNote.findIn(row, position) : null;
    // what has no quantity takes nothing back and has nothing left
    if (note == null || note.quantity().signum() == 0) {
      return false;
    }
    if (kind == PurchaseKind.SALE) {
      sought.add(note);
    }
    return kind == PurchaseKind.RETURN || note.invoice() == null;
  }

  RowCounts counts() {
    return counts;
  }

  List<NamedReturn> namedReturns() {
    return namedReturns;
  }

  /** Sales that some return may take back. */
  List<CreditNote> sought() {
    return sought;
  }

  /** The rows so far; null when there are none. */
  @Nullable
  PurchaseLogBuilder findBuilder() {
    return builder;
  }

  /** The text of a cell of the current row without a copy. */
  private static final class CellText implements CharSequence {

    private final CsvColumn column;
    private Cells cells = new Cells();

    CellText(CsvColumn column) {
      this.column = column;
    }

    CellText of(Cells current) {
      cells = current;
      return this;
    }

    @Override
    public int length() {
      return cells.length(column);
    }

    @Override
    public char charAt(int index) {
      return cells.text()[cells.start(column) + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
      return cells.string(column);
    }
  }
}
