package io.headlesscrm.core.purchase.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import io.headlesscrm.core.evidence.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One worker of a pass: splits blocks into rows, rejects the bad ones and hands the good ones to its sink. */
final class BlockReader<S extends RowSink> implements RowHandler.RowListener {

  private final S sink;
  private final CsvReader.CsvReaderBuilder parser;
  private final Cells cells = new Cells();
  private final RowReader rows;
  private final RowHandler handler;
  private final int columns;
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final Map<Integer, Integer> linesByBlock = new HashMap<>();
  private final Map<Integer, Reason> shapes = new HashMap<>();
  private int block;
  private boolean atHeader = true;
  private long rowsRead;

  BlockReader(Reading reading, S sink) {
    this.sink = sink;
    this.parser = CsvReader.builder()
        .fieldSeparator(reading.delimiter())
        .quoteCharacter(reading.options().quote());
    this.rows = new RowReader(cells, reading);
    this.handler = new RowHandler(reading.columns().slots(), cells, this);
    this.columns = reading.columns().header().size();
  }

  /** Reads blocks until there are none left. */
  void readAll(RowBlocks blocks) throws IOException {
    for (RowBlocks.Block next = blocks.next(); next != null; next = blocks.next()) {
      read(next);
    }
  }

  void read(RowBlocks.Block next) {
    block = next.number();
    Fault fault = next.fault();
    if (fault == null) {
      readRows(next.text());
    } else {
      reject(next.text(), fault.reason(), 0);
    }
    linesByBlock.put(block, fault == null ? handler.lines() : 1);
  }

  private void readRows(String text) {
    atHeader &= block == 0;
    rows.expectUndecodable(text.indexOf('\uFFFD') >= 0);
    handler.reset();
    // the handler keeps all rows to itself: the first step runs through the block
    boolean more = parser.build(handler, text).iterator().hasNext();
    if (more) {
      throw new IllegalStateException("the parser handed out a row");
    }
  }

  @Override
  public void row(int fields, int start) {
    if (atHeader) {
      atHeader = false;
    } else if (fields != columns) {
      rejectShape(fields, start);
    } else {
      rowsRead++;
      long position = LineNumbers.position(block, handler.lines());
      if (rows.read()) {
        sink.accept(rows, position);
      } else {
        rejected.add(rows.rejection(position));
      }
    }
  }

  private void rejectShape(int fields, int start) {
    // a file with one such row tends to have many, of few shapes
    Reason reason = shapes.computeIfAbsent(
        fields,
        found -> Reason.of("csv.field_count").with("found", found).with("expected", columns));
    reject(beginning(start), reason, handler.lines());
  }

  /** What is left of the row's first line in the parser's text, as far as it is shown. */
  private String beginning(int start) {
    char[] text = cells.text();
    int end = start;
    int limit = Math.min(text.length, start + RejectedRow.MAX_VALUE + 1);
    while (end < limit && text[end] != '\n' && text[end] != '\r') {
      end++;
    }
    return new String(text, start, end - start);
  }

  private void reject(String value, Reason reason, int line) {
    rowsRead++;
    rejected.add(new RejectedRow(LineNumbers.position(block, line), "", value, reason));
  }

  /** Whether the first block, which was read before, holds no row at all. */
  boolean isWithoutHeader() {
    return atHeader;
  }

  S sink() {
    return sink;
  }

  /** With positions for lines. */
  List<RejectedRow> rejected() {
    return rejected;
  }

  Map<Integer, Integer> linesByBlock() {
    return linesByBlock;
  }

  long rowsRead() {
    return rowsRead;
  }

  Evidence evidence() {
    return rows.evidence();
  }
}
