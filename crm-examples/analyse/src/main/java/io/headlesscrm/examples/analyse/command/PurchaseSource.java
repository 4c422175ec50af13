package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.core.purchase.csv.CsvOptions;
import io.headlesscrm.core.purchase.csv.DateOrder;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The purchases that a command reads, with the options that say how. */
final class PurchaseSource {

  @Parameters(
      arity = "0..1",
      paramLabel = "PURCHASES",
      description = "CSV of purchases or invoice lines, plain or compressed with gzip.")
  private @Nullable Path file;

  @Option(
      names = "--customer",
      paramLabel = "COLUMN",
      description = "Column of the customer. Usual names are recognised, here and below.")
  private @Nullable String customer;

  @Option(names = "--date", paramLabel = "COLUMN", description = "Column of the date.")
  private @Nullable String date;

  @Option(names = "--amount", paramLabel = "COLUMN", description = "Column of the amount.")
  private @Nullable String amount;

  @Option(
      names = "--quantity",
      paramLabel = "COLUMN",
      description = "Column of the quantity, with --unit-price in place of --amount.")
  private @Nullable String quantity;

  @Option(
      names = "--unit-price",
      paramLabel = "COLUMN",
      description = "Column of the price of one unit.")
  private @Nullable String unitPrice;

  @Option(
      names = "--invoice",
      paramLabel = "COLUMN",
      description = "Column of the invoice: its lines are one purchase.")
  private @Nullable String invoice;

  @Option(names = "--item", paramLabel = "COLUMN", description = "Column of the item.")
  private @Nullable String item;

  @Option(names = "--channel", paramLabel = "COLUMN", description = "Column of the channel.")
  private @Nullable String channel;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency of the amounts, such as GBP.")
  private @Nullable Currency currency;

  @Option(
      names = "--zone",
      paramLabel = "Z",
      defaultValue = "UTC",
      description = "Zone of the timestamps, such as Asia/Shanghai. Default: ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--charset",
      description = "Such as UTF-8 or GB18030. Default: by byte order mark, else UTF-8.")
  private @Nullable Charset charset;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "Default: the one that the header shows.")
  private @Nullable Character delimiter;

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      description =
          "day-first or month-first, for 3/4/2026. Default: what the dates of the file show.")
  private @Nullable DateOrder dateOrder;

  @Option(
      names = "--returns",
      paramLabel = "POLICY",
      defaultValue = "sales",
      description =
          "sales: returns and free deliveries are set aside; gross: free deliveries count; net: returns reduce the amount; net-floored: at most to zero; matched: a credit note reduces the purchase that it names. Default: ${DEFAULT-VALUE}.")
  private ReturnsPolicy returns;

  boolean isGiven() {
    return file != null;
  }

  /** Reads that file instead of one from the command line. */
  void use(Path instead) {
    file = instead;
  }

  Path file() {
    if (file == null) {
      throw new IllegalArgumentException(
          "no file of purchases is given. Maybe write its name after the command?");
    }
    return file;
  }

  void requireAbsent(String instead) {
    if (file != null) {
      throw new IllegalArgumentException("give either PURCHASES or " + instead + ", not both.");
    }
  }

  ReturnsPolicy returns() {
    return returns;
  }

  PurchaseImport read() {
    return PurchaseCsv.read(file(), options());
  }

  /** Reads for a command that writes one table and has no other place to say that rows are missing from it. */
  PurchaseImport readAndWarn() {
    PurchaseImport imported = read();
    if (!imported.rejected().isEmpty()) {
      System.err.printf(
          Locale.ROOT,
          "%s: %,d of %,d rows rejected, the first in line %d: %s. The command analyse lists them all.%n",
          file(),
          imported.rejected().size(),
          imported.rowsRead(),
          imported.rejected().get(0).line(),
          imported.rejected().get(0).reason());
    }
    return imported;
  }

  CustomerBase baseAsOf(@Nullable LocalDate day) {
    return baseAsOf(readAndWarn().log(), day);
  }

  /** For a command that needs more of the file than its log. */
  CustomerBase baseAsOf(PurchaseLog log, @Nullable LocalDate day) {
    if (log.isEmpty()) {
      throw new IllegalStateException(
          file() + ": none of its rows could be used. Maybe the command columns shows why?");
    }
    CustomerBase base = log.asOf(day == null ? log.window().end() : day, returns);
    if (base.size() == 0) {
      throw new IllegalStateException(
          file() + ": nobody bought before " + base.asOf() + ". Maybe the date is too early?");
    }
    return base;
  }

  CustomerBase baseThrough(@Nullable LocalDate cutoff) {
    return baseAsOf(cutoff == null ? null : cutoff.plusDays(1));
  }

  CsvOptions options() {
    CsvOptions.Builder options = CsvOptions.builder().zone(zone);
    columns().forEach(options::column);
    if (amount != null) {
      options.ignore(CsvColumn.QUANTITY).ignore(CsvColumn.UNIT_PRICE);
    }
    if (currency != null) {
      options.exchangeRates(ExchangeRates.none(currency));
    }
    if (dateOrder != null) {
      options.dateOrder(dateOrder);
    }
    if (charset != null) {
      options.charset(charset);
    }
    if (delimiter != null) {
      options.delimiter(delimiter);
    }
    return options.matchCreditNotes(returns == ReturnsPolicy.MATCHED).build();
  }

  private Map<CsvColumn, String> columns() {
    Map<CsvColumn, String> columns = new EnumMap<>(CsvColumn.class);
    put(columns, CsvColumn.CUSTOMER, customer);
    put(columns, CsvColumn.DATE, date);
    put(columns, CsvColumn.AMOUNT, amount);
    put(columns, CsvColumn.QUANTITY, quantity);
    put(columns, CsvColumn.UNIT_PRICE, unitPrice);
    put(columns, CsvColumn.INVOICE, invoice);
    put(columns, CsvColumn.ITEM, item);
    put(columns, CsvColumn.CHANNEL, channel);
    return columns;
  }

  private static void put(Map<CsvColumn, String> columns, CsvColumn column, @Nullable String name) {
    if (name != null) {
      columns.put(column, name);
    }
  }
}
