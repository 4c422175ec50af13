package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.core.purchase.csv.CsvOptions;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
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
      names = "--returns",
      paramLabel = "POLICY",
      defaultValue = "sales",
      description = "sales, gross, net, net-floored or matched. Default: ${DEFAULT-VALUE}.")
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

  PurchaseImport read() throws IOException {
    return PurchaseCsv.read(file(), options());
  }

  CustomerBase baseAsOf(@Nullable LocalDate day) throws IOException {
    PurchaseLog log = read().log();
    return log.asOf(day == null ? log.window().end() : day, returns);
  }

  CustomerBase baseThrough(@Nullable LocalDate cutoff) throws IOException {
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
