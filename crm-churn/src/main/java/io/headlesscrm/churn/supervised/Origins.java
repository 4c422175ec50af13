package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The earlier dates from which is learnt, and the base as it was then. What came after a date is cut away before anything
 * is computed, so that no feature can know it.
 *
 * <p>An origin lies so many weeks before the date of the base, and the question is who bought in those weeks.
 */
public final class Origins {

  /** Weeks before the date, by the weeks of history that there must be at least. */
  private static final double[][] A_YEAR = {{52}, {39, 32, 26, 20, 13}};

  private static final double[][] TWO_QUARTERS = {{35}, {26, 22, 18, 13, 9}};

  /** For the shortest histories, as parts of the weeks that there are. */
  private static final double[] PARTS = {
    18 / 27.0, 16 / 27.0, 14 / 27.0, 12 / 27.0, 10 / 27.0, 8 / 27.0
  };

  private static final int DAYS_OF_A_WEEK = 7;

  private Origins() {}

  /**
   * How many days before the end of observation the origins lie.
   *
   * @param historyDays days from the first observed day to the last
   * @return descending, each at least 1; five or six of them, fewer when they coincide; none without history
   */
  public static int[] daysBefore(int historyDays) {
    double weeks = (double) historyDays / DAYS_OF_A_WEEK;
    double[] before = Arrays.stream(PARTS).map(part -> part * weeks).toArray();
    for (double[][] plan : List.of(A_YEAR, TWO_QUARTERS)) {
      if (weeks >= plan[0][0]) {
        before = plan[1];
        break;
      }
    }
    return Arrays.stream(before)
        .mapToInt(one -> (int) Math.round(one * DAYS_OF_A_WEEK))
        .filter(days -> days >= 1 && days < historyDays)
        .distinct()
        .toArray();
  }

  /**
   * A base as it was at an earlier date; that of a base of summaries, which do not say when what was spent, is without
   * amounts.
   *
   * @param base as of a later date
   * @param asOf the first day that does not count
   * @return the customers with a purchase before that day
   */
  public static CustomerBase earlier(CustomerBase base, LocalDate asOf) {
    return base.findEarlier(asOf).orElseGet(() -> byDays(base, asOf));
  }

  /**
   * On how many days a customer of an earlier base bought between its date and that of a later one.
   *
   * @param later any
   * @param earlier the same base at an earlier date
   * @param row of the earlier base
   * @return at least 0; 0 too where all that was bought has been taken back since, so that the later base does not know it
   */
  public static int purchaseDaysSince(CustomerBase later, CustomerBase earlier, int row) {
    OptionalInt known = later.findRow(earlier.customer(row));
    double days = known.isPresent() ? later.value(Measure.PURCHASE_DAYS, known.getAsInt()) : 0;
    return (int) Math.max(0, days - earlier.value(Measure.PURCHASE_DAYS, row));
  }

  private static CustomerBase byDays(CustomerBase base, LocalDate asOf) {
    int end = Math.toIntExact(asOf.toEpochDay());
    Map<CustomerId, PurchaseSummary> summaries = new LinkedHashMap<>();
    for (int row = 0; row < base.size(); row++) {
      int[] days = base.summary(row).epochDays();
      int known = countBefore(days, end);
      if (known > 0) {
        summaries.put(
            base.customer(row), PurchaseSummary.of(known, Arrays.copyOf(days, known), 0, 0, 0));
      }
    }
    return CustomerBase.of(summaries, asOf, base.currency());
  }

  /**
   * How many days lie before another.
   *
   * @param days ascending
   * @param end a day that does not count
   * @return at least 0
   */
  public static int countBefore(int[] days, int end) {
    int found = Arrays.binarySearch(days, end);
    return found < 0 ? -found - 1 : found;
  }
}
