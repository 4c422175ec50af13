package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.examples.analyse.table.MeasuresFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The columns of a file of measures that the segmentations know by name. Answers are in five boxes, 1 to 5. */
final class HostMeasures {

  static final Measure MARGIN = Measure.of("margin", "");
  static final Measure COST_TO_SERVE = Measure.of("cost_to_serve", "");
  static final Measure WALLET = Measure.of("wallet", "");
  static final Measure PREFERENCE = Measure.of("preference", "");
  static final Measure DIFFERENTIATION = Measure.of("differentiation", "");
  static final Measure SATISFACTION = Measure.of("satisfaction", "");
  static final Measure DISCOUNT_SHARE = Measure.of("discount_share", "");
  static final Measure PRICE_INTEREST = Measure.of("price_interest", "");
  static final Measure SERVICE_INTEREST = Measure.of("service_interest", "");
  static final Measure PRODUCT_INTEREST = Measure.of("product_interest", "");

  /** Behaviour, from purchases: the share of the last twelve months, or of those since the first purchase. */
  static final Measure ACTIVE_MONTHS = Measure.of("share of months with a purchase", "");

  /** Of the columns above, by name. */
  static final Map<String, MeasuresFile.Range> RANGES = ranges();

  private static final int MONTHS = 12;
  private static final int MONTH_DAYS = 30;

  private HostMeasures() {}

  private static Map<String, MeasuresFile.Range> ranges() {
    Map<String, MeasuresFile.Range> ranges = new HashMap<>();
    for (Measure answer : List.of(
        PREFERENCE,
        DIFFERENTIATION,
        SATISFACTION,
        PRICE_INTEREST,
        SERVICE_INTEREST,
        PRODUCT_INTEREST)) {
      ranges.put(answer.name(), new MeasuresFile.Range(1, 5));
    }
    ranges.put(DISCOUNT_SHARE.name(), new MeasuresFile.Range(0, 1));
    for (Measure amount : List.of(COST_TO_SERVE, WALLET)) {
      ranges.put(amount.name(), new MeasuresFile.Range(0, Double.MAX_VALUE));
    }
    return Map.copyOf(ranges);
  }

  static CustomerBase addActiveMonths(CustomerBase base, PurchaseLog log) {
    int[] active = new int[base.size()];
    for (int month = 0; month < MONTHS; month++) {
      LocalDate end = base.asOf().minusDays((long) month * MONTH_DAYS);
      CustomerBase span =
          log.within(new ObservationWindow(end.minusDays(MONTH_DAYS), end), base.returnsPolicy());
      for (int row = 0; row < active.length; row++) {
        OptionalInt found = span.findRow(base.customer(row));
        active[row] += found.isPresent() && span.purchases(found.getAsInt()) > 0 ? 1 : 0;
      }
    }
    double[] share = new double[base.size()];
    for (int row = 0; row < share.length; row++) {
      share[row] = (double) active[row] / Math.min(MONTHS, base.age(row) / MONTH_DAYS + 1);
    }
    return base.with(ACTIVE_MONTHS, share);
  }
}
