package io.headlesscrm.examples.analyse.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.segmentation.basket.Baskets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A file of baskets: with the header {@code transaction,item} a line for each item of each transaction, otherwise a
 * basket on each line and no header. Blanks around an item do not belong to it; empty lines are no baskets.
 */
public final class BasketsFile {

  private static final List<String> LONG_FORM = List.of("transaction", "item");

  private final Path file;

  private BasketsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @param file CSV, UTF-8, plain or compressed with gzip when its name ends in .gz
   * @return the baskets
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a line of the long form has no transaction or no item; the message names file
   *     and line
   */
  public static Baskets read(Path file) throws IOException {
    return new BasketsFile(file).baskets();
  }

  /**
   * Reads two columns of a file with a header, such as invoice and item of an export of purchases.
   *
   * @param file CSV, UTF-8, plain or compressed with gzip when its name ends in .gz
   * @param transaction the column that says which basket
   * @param item the column that says what is in it
   * @return the baskets; lines without one of the two are not used
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when the header lacks a column; the message names the file
   */
  public static Baskets read(Path file, String transaction, String item) throws IOException {
    return new BasketsFile(file).baskets(transaction, item);
  }

  private Baskets baskets(String transaction, String item) throws IOException {
    List<CsvRecord> records = records();
    List<String> header = records.isEmpty() ? List.of() : cells(records.get(0));
    int transactions = header.indexOf(transaction);
    int items = header.indexOf(item);
    if (transactions < 0 || items < 0) {
      throw new IllegalArgumentException(file + " line 1: the columns are " + header
          + ", among them must be " + transaction + " and " + item
          + ". Maybe a capital letter is different?");
    }
    Baskets.Builder baskets = Baskets.builder();
    for (CsvRecord line : records.subList(1, records.size())) {
      List<String> cells = cells(line);
      boolean isWhole = cells.size() > Math.max(transactions, items)
          && !cells.get(transactions).isEmpty()
          && !cells.get(items).isEmpty();
      if (isWhole) {
        baskets.add(cells.get(transactions), cells.get(items));
      }
    }
    return baskets.build();
  }

  private Baskets baskets() throws IOException {
    List<CsvRecord> records = records();
    requireNoPurchases(records);
    return isLongForm(records) ? ofLines(records) : ofRows(records);
  }

  /** Customer and date in the first line: nobody sells items of these names. */
  private void requireNoPurchases(List<CsvRecord> records) {
    Map<CsvColumn, String> known = new EnumMap<>(CsvColumn.class);
    if (!records.isEmpty()) {
      cells(records.get(0))
          .forEach(cell ->
              CsvColumn.findByName(cell).ifPresent(column -> known.putIfAbsent(column, cell)));
    }
    if (known.keySet().containsAll(List.of(CsvColumn.CUSTOMER, CsvColumn.DATE))) {
      known.remove(CsvColumn.ITEM);
      throw new IllegalArgumentException(file + " line 1: " + known.values()
          + " look like columns of purchases, a line must be a basket. Maybe --transaction and --item name"
          + " the two columns to read?");
    }
  }

  private static List<String> cells(CsvRecord line) {
    return line.getFields().stream()
        .map(cell -> cell.replace("\uFEFF", "").strip())
        .toList();
  }

  private List<CsvRecord> records() throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(new BufferedReader(
            new InputStreamReader(open(), StandardCharsets.UTF_8.newDecoder())))) {
      reader.forEach(records::add);
    } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
      throw new IllegalArgumentException(
          file + " breaks after line " + records.size()
              + ". Maybe it is not UTF-8, or a quote is not closed?",
          e);
    }
    return records;
  }

  private InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static boolean isLongForm(List<CsvRecord> records) {
    return !records.isEmpty()
        && items(records.get(0)).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList()
            .equals(LONG_FORM);
  }

  private Baskets ofLines(List<CsvRecord> records) {
    Baskets.Builder baskets = Baskets.builder();
    for (CsvRecord line : records.subList(1, records.size())) {
      List<String> cells = line.getFields().stream().map(String::strip).toList();
      if (cells.size() != 2 || cells.contains("")) {
        throw new IllegalArgumentException(file + " line " + line.getStartingLineNumber()
            + ": there must be a transaction and an item. Maybe a comma is missing?");
      }
      baskets.add(cells.get(0), cells.get(1));
    }
    return baskets.build();
  }

  private static Baskets ofRows(List<CsvRecord> records) {
    return Baskets.of(records.stream().map(BasketsFile::items).toList());
  }

  private static List<String> items(CsvRecord row) {
    return row.getFields().stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
