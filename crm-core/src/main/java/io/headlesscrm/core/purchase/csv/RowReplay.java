package io.headlesscrm.core.purchase.csv;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Reads a file once more, as the import has settled to read it. */
final class RowReplay {

  private final CsvSource source;
  private final Reading reading;
  private final LineNumbers lines;
  private final RowCounts counts;

  RowReplay(CsvSource source, Reading reading, LineNumbers lines, RowCounts counts) {
    this.source = source;
    this.reading = reading;
    this.lines = lines;
    this.counts = counts;
  }

  void forEach(Consumer<CsvRow> consumer) {
    if (!source.isRepeatable()) {
      throw new IllegalStateException("a stream cannot be read again. Maybe import from a file?");
    }
    UnaryOperator<String> customers = counts.customerSuffix().removal();
    UnaryOperator<String> invoices = counts.invoiceSuffix().removal();
    UnaryOperator<String> reversals = counts.reversalSuffix().removal();
    RowSink sink = (row, position) ->
        consumer.accept(row.toRow(lines.line(position)).withIds(customers, invoices, reversals));
    try (CsvSource.Opened opened = source.open()) {
      new BlockReader<>(reading, sink).readAll(reading.blocks(opened.reader()));
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }
}
