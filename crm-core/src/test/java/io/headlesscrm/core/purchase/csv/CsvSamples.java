package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Made-up rows and files, and the ways in which tests read them. */
final class CsvSamples {

  static final Currency NO_CURRENCY = Currency.getInstance("XXX");

  private CsvSamples() {}

  /** A row of a file with the columns customer_id, date, amount and invoice, which may be null. */
  record Row(String customer, LocalDate day, long minorUnits, String invoice) {

    String amount() {
      return new Money(minorUnits, NO_CURRENCY).toDecimal().toPlainString();
    }

    void addTo(PurchaseLogBuilder log) {
      char[] id = customer.toCharArray();
      PurchaseKind kind = minorUnits < 0 ? PurchaseKind.RETURN : PurchaseKind.SALE;
      int epochDay = (int) day.toEpochDay();
      if (invoice == null) {
        log.addRow(id, 0, id.length, epochDay, minorUnits, kind);
      } else {
        log.addRow(id, 0, id.length, epochDay, minorUnits, kind, invoice, null);
      }
    }

    CustomerId customerId() {
      return CustomerId.of(customer);
    }
  }

  static Arbitrary<List<Row>> rows() {
    return row().list().ofMaxSize(60);
  }

  private static Arbitrary<Row> row() {
    Arbitrary<String> customers = Arbitraries.of(
        "1",
        "17850",
        "C-1",
        "with,comma",
        "with \"quotes\"",
        "\"",
        "line\nbreak",
        "three\r\nbreaks\rin \na cell",
        "semi;colon|bar\ttab",
        "'=1+1",
        "=SUM(A1)",
        "@home",
        "+49",
        "-7",
        "a-customer-number-of-more-than-eight-characters",
        "顺丰速运",
        "é",
        "𠮷野家");
    Arbitrary<LocalDate> days = Arbitraries.integers()
        .between(-3000, 3000)
        .map(day -> LocalDate.of(2011, 6, 1).plusDays(day));
    Arbitrary<Long> amounts = Arbitraries.longs().between(-100_000, 10_000_000);
    Arbitrary<String> invoices =
        Arbitraries.of("1", "2", "R3", "number, with comma", "发票-4").injectNull(.4);
    return Combinators.combine(customers, days, amounts, invoices).as(Row::new);
  }

  static PurchaseLog log(List<Row> rows) {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(NO_CURRENCY);
    rows.forEach(row -> row.addTo(log));
    return log.build();
  }

  /** The rows as text, each cell quoted when it has to be. */
  static String csv(List<Row> rows, char delimiter, String lineBreak) {
    return header(delimiter)
        + lineBreak
        + rows.stream().map(row -> line(row, delimiter) + lineBreak).collect(Collectors.joining());
  }

  private static String header(char delimiter) {
    return String.join(String.valueOf(delimiter), "customer_id", "date", "amount", "invoice_no");
  }

  private static String line(Row row, char delimiter) {
    return String.join(
        String.valueOf(delimiter),
        quoted(row.customer(), delimiter),
        row.day().toString(),
        row.amount(),
        row.invoice() == null ? "" : quoted(row.invoice(), delimiter));
  }

  private static String quoted(String cell, char delimiter) {
    boolean needed = cell.chars().anyMatch(c -> c == delimiter || "\"\r\n".indexOf(c) >= 0);
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** Text in which little is right: delimiters, quotes, line breaks, halves of dates and numbers. */
  static Arbitrary<String> garbage() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(",", "\n", "\r\n", "\r", "\"", "\"\"", ";", " ", "")),
            Tuple.of(
                3, Arbitraries.of("7", "17850.0", "2011-12-09", "12.50", "-3", "0", "C5", "x")),
            Tuple.of(2, Arbitraries.of("2011-12-0", "1,234", "NULL", "\uFFFD", "9/12/2011", "é客")),
            Tuple.of(2, Arbitraries.of("\n7,2011-12-09,1.00", "\nA,2012-01-01,-2", "\n,,")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
        .list()
        .ofMaxSize(80)
        .map(parts -> String.join("", parts));
  }

  static PurchaseImport read(String text) {
    return read(text, CsvOptions.defaults());
  }

  static PurchaseImport read(String text, CsvOptions options) {
    return PurchaseCsv.read(new StringReader(text), options);
  }

  static Path file(Path folder, String text) {
    return file(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String text, Charset charset) {
    return file(folder, text.getBytes(charset));
  }

  static Path file(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "purchases", ".csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
