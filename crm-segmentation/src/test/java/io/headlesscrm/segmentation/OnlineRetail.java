package io.headlesscrm.segmentation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The invoice lines of UCI Online Retail whose customer is known. Those in sales scope are not cancelled, quantity and
 * price are above 0; the net scope has all of them.
 */
public final class OnlineRetail {

  public static final Currency POUND = Currency.getInstance("GBP");
  public static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);
  private static List<Line> known = List.of();
  private static final String FILE = "data/online-retail/online_retail.csv.gz";

  private OnlineRetail() {}

  /** A line; pence are rounded half up. */
  record Line(
      String invoice, String item, String customer, int epochDay, long pence, PurchaseKind kind) {

    boolean isSale() {
      return kind == PurchaseKind.SALE;
    }

    void addTo(PurchaseLogBuilder log) {
      log.addRow(
          customer.toCharArray(), 0, customer.length(), epochDay, pence, kind, invoice, null);
    }
  }

  /** The customers as of 2011-12-10. */
  public static CustomerBase base() {
    return log().asOf(AS_OF);
  }

  /** All sales. */
  public static PurchaseLog log() {
    return log(sales());
  }

  /** The customers as of 2011-12-10 with what they took back. */
  public static CustomerBase netBase() {
    return log(lines()).asOf(AS_OF, ReturnsPolicy.NET);
  }

  /** The items of each sales invoice, each once. */
  public static Map<String, Set<String>> baskets() {
    Map<String, Set<String>> baskets = new TreeMap<>();
    sales()
        .forEach(line ->
            baskets.computeIfAbsent(line.invoice(), key -> new TreeSet<>()).add(line.item()));
    return baskets;
  }

  /** The same customers from the same rows in another order. */
  public static CustomerBase shuffledBase(long seed) {
    List<Line> lines = new ArrayList<>(sales());
    Collections.shuffle(lines, new Random(seed));
    return log(lines).asOf(AS_OF);
  }

  /** The value of each item in pence. */
  public static Map<String, Long> items() {
    Map<String, Long> pence = new TreeMap<>();
    sales().forEach(line -> pence.merge(line.item(), line.pence(), Long::sum));
    return pence;
  }

  private static PurchaseLog log(List<Line> lines) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(POUND);
    lines.forEach(line -> line.addTo(builder));
    return builder.build();
  }

  private static List<Line> sales() {
    return lines().stream().filter(Line::isSale).toList();
  }

  /** Read once; not by a static initialiser, which would turn a skipped test into an error. */
  private static synchronized List<Line> lines() {
    if (known.isEmpty()) {
      List<Line> lines = new ArrayList<>();
      SharedData.forEachRow(FILE, row -> addLine(row, lines));
      known = List.copyOf(lines);
    }
    return known;
  }

  private static void addLine(NamedCsvRecord row, List<Line> lines) {
    String customer = row.getField("CustomerID");
    if (!customer.isEmpty()) {
      int quantity = Integer.parseInt(row.getField("Quantity"));
      BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
      String invoice = row.getField("InvoiceNo");
      long pence = price
          .multiply(BigDecimal.valueOf(quantity))
          .movePointRight(2)
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
      lines.add(new Line(
          invoice,
          row.getField("StockCode"),
          customer.replace(".0", ""),
          (int) LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)).toEpochDay(),
          pence,
          kind(invoice, quantity, price)));
    }
  }

  private static PurchaseKind kind(String invoice, int quantity, BigDecimal price) {
    if (invoice.startsWith("C") || quantity < 0 || price.signum() < 0) {
      return PurchaseKind.RETURN;
    }
    return price.signum() == 0 ? PurchaseKind.FREE_OF_CHARGE : PurchaseKind.SALE;
  }
}
