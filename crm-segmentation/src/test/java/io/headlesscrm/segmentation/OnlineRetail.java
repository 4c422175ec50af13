package io.headlesscrm.segmentation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The invoice lines of UCI Online Retail in sales scope: customer known, not cancelled, quantity and price above 0. */
public final class OnlineRetail {

  public static final Currency POUND = Currency.getInstance("GBP");
  public static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);
  private static List<Line> known = List.of();
  private static final String FILE = "data/online-retail/online_retail.csv.gz";

  private OnlineRetail() {}

  /** A sales line; pence are rounded half up. */
  record Line(String invoice, String item, String customer, int epochDay, long pence) {

    void addTo(PurchaseLogBuilder log) {
      log.addRow(
          customer.toCharArray(),
          0,
          customer.length(),
          epochDay,
          pence,
          PurchaseKind.SALE,
          invoice,
          null);
    }
  }

  /** The customers as of 2011-12-10. */
  public static CustomerBase base() {
    return base(lines());
  }

  /** The same customers from the same rows in another order. */
  public static CustomerBase shuffledBase(long seed) {
    List<Line> lines = new ArrayList<>(lines());
    Collections.shuffle(lines, new Random(seed));
    return base(lines);
  }

  /** The value of each item in pence. */
  public static Map<String, Long> items() {
    Map<String, Long> pence = new TreeMap<>();
    lines().forEach(line -> pence.merge(line.item(), line.pence(), Long::sum));
    return pence;
  }

  private static CustomerBase base(List<Line> lines) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(POUND);
    lines.forEach(line -> line.addTo(builder));
    PurchaseLog log = builder.build();
    return log.asOf(AS_OF);
  }

  /** Read once; not by a static initialiser, which would turn a skipped test into an error. */
  private static synchronized List<Line> lines() {
    if (known.isEmpty()) {
      List<Line> lines = new ArrayList<>();
      SharedData.forEachRow(FILE, row -> addSale(row, lines));
      known = List.copyOf(lines);
    }
    return known;
  }

  private static void addSale(NamedCsvRecord row, List<Line> lines) {
    String customer = row.getField("CustomerID");
    int quantity = Integer.parseInt(row.getField("Quantity"));
    BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
    String invoice = row.getField("InvoiceNo");
    if (!customer.isEmpty() && !invoice.startsWith("C") && quantity > 0 && price.signum() > 0) {
      lines.add(new Line(
          invoice,
          row.getField("StockCode"),
          customer.replace(".0", ""),
          (int) LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)).toEpochDay(),
          price
              .multiply(BigDecimal.valueOf(quantity))
              .movePointRight(2)
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact()));
    }
  }
}
