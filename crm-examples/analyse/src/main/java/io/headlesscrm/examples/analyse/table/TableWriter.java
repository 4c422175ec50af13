package io.headlesscrm.examples.analyse.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table as CSV: UTF-8, commas, a header, doubles with every digit, nothing for what is missing. For people
 * who open it in a spreadsheet it can start with a byte order mark and defuse texts that would run as a formula.
 */
public final class TableWriter implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Writer out;
  private final boolean excel;
  private final int columns;

  private TableWriter(OutputStream target, boolean excel, String... header) {
    this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
    this.excel = excel;
    this.columns = header.length;
    if (excel) {
      write(BYTE_ORDER_MARK);
    }
    row((Object[]) header);
  }

  /**
   * A table in a file.
   *
   * @param file created or replaced
   * @param excel whether to mark it and defuse formulas for spreadsheets
   * @param header the names of the columns
   * @return the writer, to be closed
   * @throws IOException when the file cannot be written
   */
  public static TableWriter to(Path file, boolean excel, String... header) throws IOException {
    return new TableWriter(Files.newOutputStream(file), excel, header);
  }

  /**
   * A table on a stream, which is flushed but not closed with the writer.
   *
   * @param stream such as standard output
   * @param excel whether to mark it and defuse formulas for spreadsheets
   * @param header the names of the columns
   * @return the writer, to be closed
   */
  public static TableWriter to(OutputStream stream, boolean excel, String... header) {
    return new TableWriter(new UnclosedStream(stream), excel, header);
  }

  /**
   * Writes a row.
   *
   * @param cells one per column: texts, numbers, dates; null or NaN for what is missing
   */
  public void row(@Nullable Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "the row has " + cells.length + " cells, the header " + columns);
    }
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        write(',');
      }
      cell(cells[i]);
    }
    write('\n');
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cell(@Nullable Object cell) {
    if (cell instanceof BigDecimal decimal) {
      write(decimal.toPlainString());
    } else if (cell instanceof Double number) {
      write(number.isNaN() ? "" : number.toString());
    } else if (cell instanceof String text) {
      write(quoted(excel ? defused(text) : text));
    } else if (cell != null) {
      write(quoted(cell.toString()));
    }
  }

  private static String defused(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(char c) {
    write(String.valueOf(c));
  }
}
