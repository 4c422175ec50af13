package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
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
      return new CsvDescription(
          reading.format(opened),
          new SampleRows(reading).first(SAMPLE, reading.blocks(new StringReader(head))));
    } catch (IOException e) {
      throw source.unreadable(e);
    }
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
