package io.headlesscrm.segmentation.value;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.segmentation.grid.Indicator;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Measures of what a customer could bring, to be added to a base: the share of its need that one has, the rest of it,
 * and growth. What is not known stays missing.
 */
public final class Potential {

  /** Own sales over what the customer spends with everybody, in [0, 1]. */
  public static final Measure SHARE_OF_WALLET = Measure.of("share of wallet", "");

  /** What the customer spends elsewhere and could be won, in the unit of the wallet, at least 0. */
  public static final Measure OPEN_WALLET = Measure.of("open wallet", "currency");

  /** (recent - before) / (recent + before), from -1 (stopped) over 0 (unchanged) to 1 (began). */
  public static final Measure GROWTH = Measure.of("growth", "");

  private Potential() {}

  /**
   * Adds {@link #SHARE_OF_WALLET} and {@link #OPEN_WALLET}. For the share of a single service give own sales of that
   * service and the wallet for it.
   *
   * @param base with both
   * @param own what the customer spends here, in the window of the wallet
   * @param wallet what the customer is thought to spend with everybody, in the same unit; a wallet that is not above 0
   *     is not known
   * @param attainable the share of the rest that can be won, in [0, 1]
   * @return a base with both measures; missing where own sales or wallet are
   */
  public static CustomerBase addWallet(
      CustomerBase base, Indicator own, Measure wallet, double attainable) {
    if (!(attainable >= 0 && attainable <= 1)) {
      throw new IllegalArgumentException(
          "attainable is " + attainable + ", it must be in [0, 1]. Maybe 0.3 is what you want?");
    }
    double[] share = new double[base.size()];
    double[] open = new double[base.size()];
    for (int row = 0; row < share.length; row++) {
      double whole = base.value(wallet, row);
      double sales = Math.max(0, own.value(base, row));
      boolean isKnown = whole > 0 && !Double.isNaN(sales);
      share[row] = isKnown ? Math.min(1, sales / whole) : Double.NaN;
      open[row] = isKnown ? Math.max(0, whole - sales) * attainable : Double.NaN;
    }
    return base.with(SHARE_OF_WALLET, share).with(OPEN_WALLET, open);
  }

  /**
   * Adds {@link #GROWTH}: the spend of the last days against that of as many days before. A customer without any spend
   * in both has no known growth.
   *
   * @param base made of the log
   * @param log of the same purchases
   * @param days how long each of the two spans is, at least 1
   * @return a base with the measure
   */
  public static CustomerBase addGrowth(CustomerBase base, PurchaseLog log, int days) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "days is " + days + ", it must be at least 1. Maybe 90 is what you want?");
    }
    LocalDate middle = base.asOf().minusDays(days);
    CustomerBase recent = spend(base, log, middle, base.asOf());
    CustomerBase before = spend(base, log, middle.minusDays(days), middle);
    double[] growth = new double[base.size()];
    for (int row = 0; row < growth.length; row++) {
      double now = spent(recent, base, row);
      double then = spent(before, base, row);
      growth[row] = now + then > 0 ? (now - then) / (now + then) : Double.NaN;
    }
    return base.with(GROWTH, growth);
  }

  private static CustomerBase spend(
      CustomerBase base, PurchaseLog log, LocalDate from, LocalDate to) {
    return log.within(new ObservationWindow(from, to), base.returnsPolicy());
  }

  /** At least 0: more returns than sales in a span are not a negative need. */
  private static double spent(CustomerBase span, CustomerBase base, int row) {
    OptionalInt found = span.findRow(base.customer(row));
    return found.isPresent() ? Math.max(0, span.spendMinor(found.getAsInt())) : 0;
  }
}
