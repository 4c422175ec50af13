package io.headlesscrm.examples.analyse.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A file with one summary per row: columns x, t_x and T or n, and where there are any id, weight, mean_spend and sum_log_gaps,
 * under these or other usual names. A row that is wrong stops the reading: a fit on half the rows would be another fit.
 */
public final class SummariesFile {

  private static final Map<String, String> ALIASES = Map.ofEntries(
      Map.entry("x", "x"),
      Map.entry("frequency", "x"),
      Map.entry("t_x", "t_x"),
      Map.entry("t.x", "t_x"),
      Map.entry("recency", "t_x"),
      Map.entry("t", "T"),
      Map.entry("t.cal", "T"),
      Map.entry("t_cal", "T"),
      Map.entry("periods", "T"),
      Map.entry("n", "n"),
      Map.entry("n.cal", "n"),
      Map.entry("n_cal", "n"),
      Map.entry("id", "id"),
      Map.entry("cust", "id"),
      Map.entry("customer_id", "id"),
      Map.entry("weight", "weight"),
      Map.entry("weights", "weight"),
      Map.entry("sum_log_gaps", "sum_log_gaps"),
      Map.entry("mean_spend", "mean_spend"),
      Map.entry("m", "mean_spend"),
      Map.entry("m.x", "mean_spend"));

  private static final String NUMBER_OR_CATEGORY =
      "a number. Maybe make a column of 0 and 1 for each value of a category but one";

  /** Before the name of a further column, which may be that of a known one. */
  private static final String COVARIATE = "covariate ";

  private final Path file;
  private final List<String> covariates;

  private SummariesFile(Path file, List<String> covariates) {
    this.file = file;
    this.covariates = covariates;
  }

  /**
   * Reads the file.
   *
   * @param file CSV with a header, UTF-8
   * @return its rows, in their order
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column is missing or a value is wrong; the message names file, line and
   *     column
   */
  public static List<SummaryRow> read(Path file) throws IOException {
    return read(file, List.of());
  }

  /**
   * Reads the file with further columns.
   *
   * @param file CSV with a header, UTF-8
   * @param covariates the names of the columns, as in the header
   * @return its rows, in their order
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column is missing or a value is wrong; the message names file, line and
   *     column
   */
  public static List<SummaryRow> read(Path file, List<String> covariates) throws IOException {
    return new SummariesFile(file, covariates).rows();
  }

  private List<SummaryRow> rows() throws IOException {
    List<SummaryRow> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
        .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        rows.add(row(rows.size() + 1, row, columns(row.getHeader())));
      }
    } catch (CsvParseException | UncheckedIOException | MalformedInputException e) {
      throw new IllegalArgumentException(
          file + " breaks after row " + rows.size()
              + ". Maybe it is not UTF-8, or a row has too few cells?",
          e);
    }
    return rows;
  }

  private Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).replace("\uFEFF", "").strip();
      String known = ALIASES.get(name.toLowerCase(Locale.ROOT));
      if (known != null) {
        columns.putIfAbsent(known, i);
      }
      if (covariates.contains(name)) {
        columns.putIfAbsent(COVARIATE + name, i);
      }
    }
    for (String covariate : covariates) {
      if (!columns.containsKey(COVARIATE + covariate)) {
        throw new IllegalArgumentException(file + ", line 1: no column " + covariate + " among "
            + header + ". Maybe it is spelt differently?");
      }
    }
    if (columns.containsKey("n")) {
      columns.putIfAbsent("T", columns.get("n"));
    }
    for (String required : List.of("x", "t_x", "T")) {
      if (!columns.containsKey(required)) {
        throw new IllegalArgumentException(file + ", line 1: no column for " + required + " among "
            + header + ". Maybe this is a file of purchases? Give it without --summaries.");
      }
    }
    return columns;
  }

  private SummaryRow row(int number, NamedCsvRecord row, Map<String, Integer> columns) {
    String id = text(row, columns.get("id"));
    String mean = text(row, columns.get("mean_spend"));
    String weight = text(row, columns.get("weight"));
    return new SummaryRow(
        row.getStartingLineNumber(),
        id == null ? String.valueOf(number) : id,
        whole(row, "x", columns),
        number(row, "t_x", columns),
        number(row, "T", columns),
        number(row, columns.containsKey("n") ? "n" : "T", columns),
        weight == null ? 1 : whole(row, "weight", columns),
        mean == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(number(row, "mean_spend", columns)),
        finite(row, "sum_log_gaps", columns.get("sum_log_gaps"), "a number"),
        covariates.stream()
            .map(name -> finite(row, name, columns.get(COVARIATE + name), NUMBER_OR_CATEGORY)
                .orElse(Double.NaN))
            .toList());
  }

  /** May be negative, as where gaps are shorter than the unit; empty where the cell is. */
  private OptionalDouble finite(
      NamedCsvRecord row, String name, @Nullable Integer column, String bound) {
    String text = text(row, column);
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw wrong(row, name, text, bound);
    }
    throw wrong(row, name, text, bound);
  }

  private int whole(NamedCsvRecord row, String name, Map<String, Integer> columns) {
    double value = number(row, name, columns);
    if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
      throw wrong(row, name, String.valueOf(value), "a whole number of at least 0");
    }
    return (int) value;
  }

  private double number(NamedCsvRecord row, String name, Map<String, Integer> columns) {
    String text = text(row, columns.get(name));
    try {
      double value = Double.parseDouble(text == null ? "" : text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(row, name, String.valueOf(text), "a number of at least 0");
    }
    throw wrong(row, name, String.valueOf(text), "a number of at least 0");
  }

  private static @Nullable String text(NamedCsvRecord row, @Nullable Integer column) {
    if (column == null || column >= row.getFieldCount()) {
      return null;
    }
    String text = row.getField(column).strip();
    return text.isEmpty() ? null : text;
  }

  private IllegalArgumentException wrong(
      NamedCsvRecord row, String name, String value, String bound) {
    return new IllegalArgumentException(file + ", line " + row.getStartingLineNumber() + ", column "
        + name + ": \"" + value + "\" must be " + bound + ".");
  }
}
