package io.headlesscrm.core.purchase.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many new customers came back: of those who bought first in a month, the share that bought again on a later day, at
 * most so many days after the first one. A month whose last customers have not had all of these days yet is open and left
 * out of the rate, as it can still grow.
 *
 * @param withinDays how many days after the first purchase, at least 1
 * @param asOf the day before which everything is known
 * @param cohorts the months in which somebody bought first, in order
 */
public record SecondPurchases(int withinDays, LocalDate asOf, List<Cohort> cohorts) {

  /**
   * The customers who bought first in one month.
   *
   * @param month of the first purchase that counts
   * @param customers how many, at least 1
   * @param converted how many of them bought again in time; still growing while the cohort is open
   * @param isOpen whether some of them may still buy again in time
   */
  public record Cohort(YearMonth month, int customers, int converted, boolean isOpen) {

    /**
     * The share of customers who bought again in time.
     *
     * @return in [0, 1]; absent while the cohort is open
     */
    public OptionalDouble rate() {
      return isOpen ? OptionalDouble.empty() : OptionalDouble.of(converted / (double) customers);
    }

    private Cohort plus(boolean bought) {
      return new Cohort(month, customers + 1, converted + (bought ? 1 : 0), isOpen);
    }
  }

  public SecondPurchases {
    cohorts = List.copyOf(cohorts);
  }

  /**
   * The conversion of the customers of a company.
   *
   * @param histories one of each customer, in any order; those without a purchase that counts are left out
   * @param withinDays how many days after the first purchase, at least 1
   * @param asOf the day before which everything is known; purchases from this day on are left out
   * @param zone in which instants are dates
   * @return one cohort for each month in which somebody bought first
   */
  public static SecondPurchases of(
      Iterable<PurchaseHistory> histories, int withinDays, LocalDate asOf, ZoneId zone) {
    if (withinDays < 1) {
      throw new IllegalArgumentException(
          "withinDays is " + withinDays + ", it must be at least 1. Maybe 90 is what you want?");
    }
    SortedMap<YearMonth, Cohort> cohorts = new TreeMap<>();
    for (PurchaseHistory history : histories) {
      List<LocalDate> days = history.counted().stream()
          .map(purchase -> LocalDate.ofInstant(purchase.instant(), zone))
          .filter(day -> day.isBefore(asOf))
          .distinct()
          .limit(2)
          .toList();
      if (!days.isEmpty()) {
        YearMonth month = YearMonth.from(days.get(0));
        boolean isOpen = !month.atEndOfMonth().plusDays(withinDays).isBefore(asOf);
        Cohort sofar = cohorts.getOrDefault(month, new Cohort(month, 0, 0, isOpen));
        cohorts.put(month, sofar.plus(isInTime(days, withinDays)));
      }
    }
    return new SecondPurchases(withinDays, asOf, List.copyOf(cohorts.values()));
  }

  /**
   * The share of customers of all closed cohorts who bought again in time.
   *
   * @return in [0, 1]; absent when no cohort is closed
   */
  public OptionalDouble rate() {
    int customers = closed().stream().mapToInt(Cohort::customers).sum();
    int converted = closed().stream().mapToInt(Cohort::converted).sum();
    return customers == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(converted / (double) customers);
  }

  /**
   * The cohorts that cannot grow any more.
   *
   * @return in order of months
   */
  public List<Cohort> closed() {
    return cohorts.stream().filter(cohort -> !cohort.isOpen).toList();
  }

  private static boolean isInTime(List<LocalDate> days, int withinDays) {
    return days.size() == 2 && !days.get(1).isAfter(days.get(0).plusDays(withinDays));
  }
}
