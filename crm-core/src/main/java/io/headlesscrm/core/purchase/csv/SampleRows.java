package io.headlesscrm.core.purchase.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.headlesscrm.core.evidence.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The first rows of a file, with all their cells beside what they mean. */
final class SampleRows {

  private final Reading reading;
  private final SortedMap<Long, CsvRow> understood = new TreeMap<>();
  private final BlockReader<RowSink> reader;
  private final List<List<String>> cells = new ArrayList<>();

  SampleRows(Reading reading) {
    this.reading = reading;
    this.reader = new BlockReader<>(
        reading, (row, position) -> understood.put(position, row.toRow(position)));
  }

  List<CsvDescription.SampleRow> first(int rows, RowBlocks blocks) throws IOException {
    RowBlocks.Block block = blocks.next();
    // one more than the rows: the header has cells too
    while (block != null && cells.size() <= rows) {
      reader.read(block);
      cells.addAll(cells(block));
      block = blocks.next();
    }
    return joined().limit(rows).toList();
  }

  /** What the block's rows say, in the order in which the reader has met them. */
  private List<List<String>> cells(RowBlocks.Block block) {
    if (block.fault() != null) {
      return List.of(List.of(block.text()));
    }
    CsvReader.CsvReaderBuilder parser = CsvReader.builder()
        .fieldSeparator(reading.delimiter())
        .quoteCharacter(reading.options().quote())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    try (Stream<CsvRecord> records = parser.ofCsvRecord(block.text()).stream()) {
      return records.map(CsvRecord::getFields).toList();
    }
  }

  private Stream<CsvDescription.SampleRow> joined() {
    LineNumbers lines = new LineNumbers(reader.linesByBlock());
    SortedMap<Long, Reason> problems = new TreeMap<>();
    reader.rejected().forEach(row -> problems.put(row.line(), row.reason()));
    SortedSet<Long> positions = new TreeSet<>(understood.keySet());
    positions.addAll(problems.keySet());
    List<Long> ordered = List.copyOf(positions);
    return Stream.iterate(0, i -> i < ordered.size(), i -> i + 1).map(i -> {
      long line = lines.line(ordered.get(i));
      CsvRow row = understood.get(ordered.get(i));
      return new CsvDescription.SampleRow(
          line,
          cells.get(i + 1),
          row == null ? null : row.atLine(line),
          problems.get(ordered.get(i)));
    });
  }
}
