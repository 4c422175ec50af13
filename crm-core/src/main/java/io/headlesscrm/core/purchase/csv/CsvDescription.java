package io.headlesscrm.core.purchase.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.headlesscrm.core.evidence.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a file would be read, by its beginning.
 *
 * @param format encoding, delimiter, columns
 * @param rows the first ten, fewer when the file has no more
 */
public record CsvDescription(CsvFormat format, List<SampleRow> rows) {

  private static final int SAMPLE = 10;

  public CsvDescription {
    rows = List.copyOf(rows);
  }

  static CsvDescription of(CsvSource source, CsvOptions options) {
    try (CsvSource.Opened opened = source.open()) {
      String head = opened.head();
      Reading reading = CsvImporter.guess(head, options, source.name());
      RowBlocks.Block first = reading.blocks(new StringReader(head)).next();
      return new CsvDescription(
          reading.format(opened), first == null ? List.of() : sample(first, reading));
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }

  private static List<SampleRow> sample(RowBlocks.Block block, Reading reading) {
    SortedMap<Long, CsvRow> understood = new TreeMap<>();
    BlockReader<RowSink> reader = new BlockReader<>(
        reading, (row, position) -> understood.put(position, row.toRow(position + 1)));
    reader.read(block);
    SortedMap<Long, Reason> problems = new TreeMap<>();
    reader.rejected().forEach(row -> problems.put(row.line(), row.reason()));
    List<Long> positions = Stream.concat(understood.keySet().stream(), problems.keySet().stream())
        .sorted()
        .toList();
    List<CsvRecord> records = records(block, reading);
    return IntStream.range(0, Math.min(positions.size(), records.size() - 1))
        .mapToObj(i -> new SampleRow(
            positions.get(i) + 1,
            records.get(i + 1).getFields(),
            understood.get(positions.get(i)),
            problems.get(positions.get(i))))
        .toList();
  }

  /** The header and the rows after it. */
  private static List<CsvRecord> records(RowBlocks.Block block, Reading reading) {
    return CsvReader.builder()
        .fieldSeparator(reading.delimiter())
        .quoteCharacter(reading.options().quote())
        .ofCsvRecord(block.text())
        .stream()
        .limit(SAMPLE + 1)
        .toList();
  }

  /**
   * A row as it stands there and as it is understood.
   *
   * @param line where it starts; the first line of the file is 1
   * @param cells all cells
   * @param understood null when the row would be rejected
   * @param problem why it would; null when it would not
   */
  public record SampleRow(
      long line,
      List<String> cells,
      @Nullable CsvRow understood,
      @Nullable Reason problem) {

    public SampleRow {
      cells = List.copyOf(cells);
    }
  }
}
