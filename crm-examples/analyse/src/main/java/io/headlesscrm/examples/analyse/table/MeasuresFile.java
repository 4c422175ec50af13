package io.headlesscrm.examples.analyse.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a company knows of its customers beside their purchases: the first column names the customer, each other one is a
 * measure of that name. An empty cell is not known. A row whose customer is missing or named before, and a cell that is
 * not a number, are left out and reported.
 */
public final class MeasuresFile {

  private final Path file;
  private final Map<String, Range> ranges;
  private final Map<Measure, Map<CustomerId, Double>> values = new LinkedHashMap<>();
  private final Set<CustomerId> customers = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * The values that a column can have.
   *
   * @param low the least
   * @param high the greatest
   */
  public record Range(double low, double high) {

    boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  private MeasuresFile(Path file, Map<String, Range> ranges) {
    this.file = file;
    this.ranges = ranges;
  }

  /**
   * Reads the file.
   *
   * @param file CSV with a header, UTF-8
   * @return its measures
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it is not CSV, or has no column but the customer; the message names the file
   */
  public static MeasuresFile read(Path file) throws IOException {
    return read(file, Map.of());
  }

  /**
   * Reads the file, whose values in some columns have bounds.
   *
   * @param file CSV with a header, UTF-8
   * @param ranges by column; a value outside is left out and reported
   * @return its measures
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException as {@link #read(Path)}
   */
  public static MeasuresFile read(Path file, Map<String, Range> ranges) throws IOException {
    MeasuresFile measures = new MeasuresFile(file, ranges);
    measures.read();
    return measures;
  }

  /**
   * The base with all measures of the file; those of customers who are not in the base are not used.
   *
   * @param base any
   * @return a base with more measures
   */
  public CustomerBase addTo(CustomerBase base) {
    CustomerBase wider = base;
    for (Map.Entry<Measure, Map<CustomerId, Double>> measure : values.entrySet()) {
      wider = wider.with(measure.getKey(), measure.getValue());
    }
    return wider;
  }

  /**
   * How many customers of the file have no purchase.
   *
   * @param base the customers with purchases
   * @return at least 0
   */
  public int countWithoutPurchase(CustomerBase base) {
    return (int)
        customers.stream().filter(customer -> base.findRow(customer).isEmpty()).count();
  }

  /**
   * How many customers the file knows.
   *
   * @return at least 0
   */
  public int size() {
    return customers.size();
  }

  /**
   * What could not be used.
   *
   * @return a sentence for each, with file, line and column, in the order of the lines
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void read() throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        read(row);
      }
    } catch (CsvParseException | UncheckedIOException | MalformedInputException e) {
      throw new IllegalArgumentException(
          file + " breaks after " + customers.size()
              + " customers. Maybe it is not UTF-8, or a quote is not closed?",
          e);
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException(file
          + " has no measures, it must have a header, a column of customers and one for each measure. Maybe"
          + " it is separated by semicolons?");
    }
  }

  private void read(NamedCsvRecord row) {
    String id = row.getField(0).strip();
    if (id.isEmpty()) {
      problem(row, row.getHeader().get(0), "no customer");
      return;
    }
    CustomerId customer = CustomerId.of(id);
    if (!customers.add(customer)) {
      problem(row, row.getHeader().get(0), "the customer was named before");
      return;
    }
    for (int column = 1; column < row.getHeader().size(); column++) {
      String name = row.getHeader().get(column).strip();
      Map<CustomerId, Double> known =
          values.computeIfAbsent(Measure.of(name, ""), key -> new HashMap<>());
      String text = column < row.getFieldCount() ? row.getField(column).strip() : "";
      OptionalDouble value = number(text);
      Range range = ranges.get(name);
      if (value.isPresent() && range != null && !range.holds(value.getAsDouble())) {
        problem(row, name, text + " is outside " + range.low() + " to " + range.high());
      } else if (value.isPresent()) {
        known.put(customer, value.getAsDouble());
      } else if (!text.isEmpty()) {
        problem(row, name, "\"" + text + "\" is not a number");
      }
    }
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private void problem(NamedCsvRecord row, String column, String what) {
    problems.add(
        file + ", line " + row.getStartingLineNumber() + ", column " + column + ": " + what);
  }
}
