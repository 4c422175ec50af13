package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * Reads an export of purchases, one row a purchase or a line of one.
 *
 * <pre>{@code
 * PurchaseImport orders = PurchaseCsv.read(Path.of("orders.csv"));
 * orders.rejected().forEach(System.out::println);
 * CustomerBase base = orders.log().asOf(LocalDate.of(2011, 12, 10));
 * }</pre>
 *
 * <p>Encoding (byte order mark, else UTF-8), gzip, delimiter and columns are recognised; {@link CsvOptions} says what is
 * not. Rows with one invoice number are one purchase of their customer, equal rows are all kept. A customer column in
 * which every id ends in {@code .0} loses it. A row is a return when its invoice is cancelled (C and a digit), or its
 * amount or unit price is below zero, or its quantity is not above zero; a free delivery when its unit price is zero;
 * else a sale, of an amount of zero too. Money is rounded half up to minor units, once.
 *
 * <p>Numbers may have thousands in groups of three, a currency sign, a decimal comma, parentheses or a trailing minus
 * when below zero. Of a dot and a comma the last starts the decimals; where only one stands and three digits follow
 * ({@code 1,234}), the other numbers of the file decide. Dates are yyyy-MM-dd, yyyy/M/d, yyyyMMdd, yyyy年M月d日, d.M.yyyy,
 * d/M/yyyy or M/d/yyyy as the whole column decides, each with or without time and offset.
 *
 * <p>A row that cannot be understood is rejected with line, column and reason and never stops the import. A file that is
 * no such export does, with an {@link UnreadableCsvException}; one that cannot be read at all with an
 * {@link java.io.UncheckedIOException}.
 */
public final class PurchaseCsv {

  private PurchaseCsv() {}

  /**
   * Reads a file of which nothing is known.
   *
   * @param file delimited text, gzip or not
   * @return what became of its rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static PurchaseImport read(Path file) {
    return read(file, CsvOptions.defaults());
  }

  /**
   * Reads a file.
   *
   * @param file delimited text, gzip or not
   * @param options what is known of it
   * @return what became of its rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static PurchaseImport read(Path file, CsvOptions options) {
    return read(file, options, Runnable::run, 1);
  }

  /**
   * Reads a file with several threads. One of them at a time fetches and decodes a block of rows, all parse; the result
   * is the same to the bit for any number.
   *
   * @param file delimited text, gzip or not
   * @param options what is known of it
   * @param executor runs all tasks but one, which runs on the caller's thread
   * @param tasks at least 1
   * @return what became of its rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static PurchaseImport read(Path file, CsvOptions options, Executor executor, int tasks) {
    if (tasks < 1) {
      throw new IllegalArgumentException("tasks is " + tasks + ", it must be at least 1");
    }
    CsvSource source = CsvSource.of(requireNonNull(file, "file"), options);
    return new CsvImporter(source, options, requireNonNull(executor, "executor"), tasks).read();
  }

  /**
   * Reads bytes, such as an upload. They are read once: what takes a second look (credit notes to match, dates or numbers
   * whose first tens of thousands of characters mislead about the rest) is refused.
   *
   * @param bytes delimited text, gzip or not; closed in the end
   * @param options what is known of it
   * @return what became of its rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static PurchaseImport read(InputStream bytes, CsvOptions options) {
    CsvSource source = CsvSource.of(requireNonNull(bytes, "bytes"), options);
    return new CsvImporter(source, options, Runnable::run, 1).read();
  }

  /**
   * Reads characters, once, as {@link #read(InputStream, CsvOptions)} does.
   *
   * @param characters delimited text; closed in the end
   * @param options what is known of it
   * @return what became of its rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static PurchaseImport read(Reader characters, CsvOptions options) {
    CsvSource source = CsvSource.of(requireNonNull(characters, "characters"));
    return new CsvImporter(source, options, Runnable::run, 1).read();
  }

  /**
   * How a file would be read, by its beginning.
   *
   * @param file delimited text, gzip or not
   * @param options what is known of it
   * @return its format and its first ten rows
   * @throws UnreadableCsvException when it is no export of purchases
   */
  public static CsvDescription describe(Path file, CsvOptions options) {
    return CsvDescription.of(CsvSource.of(requireNonNull(file, "file"), options), options);
  }
}
