package io.headlesscrm.core.purchase.behaviour;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cycle, the quantity and the services of one customer, and how the latest days compare with as many before them.
 *
 * @param asOf the first day that does not count
 * @param purchases how many count
 * @param purchaseDays on how many days
 * @param activeMonths calendar months with a purchase
 * @param medianGap days from one purchase day to the next, half a day between two middle ones; null with one purchase day
 *     or none
 * @param meanAmount of a purchase, rounded half up to minor units; null without purchases
 * @param lastDay of a purchase; null without
 * @param items how many purchases hold each item, by item; empty where purchases have no lines
 * @param late the latest days
 * @param before as many days before those
 */
public record ConsumptionProfile(
    LocalDate asOf,
    int purchases,
    int purchaseDays,
    int activeMonths,
    @Nullable Double medianGap,
    @Nullable Money meanAmount,
    @Nullable LocalDate lastDay,
    SortedMap<String, Integer> items,
    Stretch late,
    Stretch before) {

  public ConsumptionProfile {
    requireNonNull(asOf, "asOf");
    requireNonNull(late, "late");
    requireNonNull(before, "before");
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  /**
   * Some days of a customer.
   *
   * @param days how many
   * @param purchases in them
   * @param activeMonths calendar months with a purchase in them
   */
  public record Stretch(int days, int purchases, int activeMonths) {

    /**
     * How often the customer bought while it was active.
     *
     * @return purchases per month with a purchase, at least 1; empty without purchases
     */
    public OptionalDouble findPerActiveMonth() {
      return perMonth(purchases, activeMonths);
    }
  }

  /**
   * The profile of a customer.
   *
   * @param history which purchases count
   * @param rates into the currency of the figures
   * @param zone in which instants are dates
   * @param asOf the first day that does not count
   * @param days of the latest stretch, and of the one before it, at least 1
   * @return the profile, without purchases when none counts
   * @throws IllegalArgumentException when there is no rate for a currency on a day
   */
  public static ConsumptionProfile of(
      PurchaseHistory history, ExchangeRates rates, ZoneId zone, LocalDate asOf, int days) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "days is " + days + ", it must be at least 1. Maybe 90 is what you want?");
    }
    List<Purchase> counted = history.counted().stream()
        .filter(purchase -> day(purchase, zone).isBefore(asOf))
        .toList();
    List<LocalDate> allDays =
        counted.stream().map(purchase -> day(purchase, zone)).toList();
    List<LocalDate> purchaseDays = allDays.stream().distinct().toList();
    LocalDate middle = asOf.minusDays(days);
    return new ConsumptionProfile(
        asOf,
        counted.size(),
        purchaseDays.size(),
        months(allDays),
        medianGap(purchaseDays),
        meanAmount(counted, rates, zone),
        purchaseDays.isEmpty() ? null : purchaseDays.get(purchaseDays.size() - 1),
        items(counted),
        stretch(allDays, middle, asOf, days),
        stretch(allDays, middle.minusDays(days), middle, days));
  }

  /**
   * When the next purchase is due at the customer's own pace.
   *
   * @return the last purchase day and the median gap, rounded half up to days; may be past; empty with one purchase day or
   *     none
   */
  public Optional<LocalDate> findNextExpected() {
    return medianGap == null || lastDay == null
        ? Optional.empty()
        : Optional.of(lastDay.plusDays(Math.round(medianGap)));
  }

  /**
   * How often the customer buys while it is active.
   *
   * @return purchases per month with a purchase, at least 1; empty without purchases
   */
  public OptionalDouble findPerActiveMonth() {
    return perMonth(purchases, activeMonths);
  }

  /**
   * How many purchases more there were in the latest days than in those before.
   *
   * @return negative for fewer
   */
  public int countChange() {
    return late.purchases() - before.purchases();
  }

  /**
   * How much more often the customer bought per active month in the latest days than in those before.
   *
   * @return negative for less often; empty when it bought nothing in one of the two
   */
  public OptionalDouble findFrequencyChange() {
    OptionalDouble now = late.findPerActiveMonth();
    OptionalDouble then = before.findPerActiveMonth();
    return now.isPresent() && then.isPresent()
        ? OptionalDouble.of(now.getAsDouble() - then.getAsDouble())
        : OptionalDouble.empty();
  }

  private static LocalDate day(Purchase purchase, ZoneId zone) {
    return LocalDate.ofInstant(purchase.instant(), zone);
  }

  private static int months(List<LocalDate> days) {
    return (int) days.stream().map(YearMonth::from).distinct().count();
  }

  private static Stretch stretch(List<LocalDate> allDays, LocalDate from, LocalDate to, int days) {
    List<LocalDate> within =
        allDays.stream().filter(day -> !day.isBefore(from) && day.isBefore(to)).toList();
    return new Stretch(days, within.size(), months(within));
  }

  private static @Nullable Double medianGap(List<LocalDate> days) {
    int gaps = days.size() - 1;
    if (gaps < 1) {
      return null;
    }
    long[] sorted = new long[gaps];
    for (int i = 0; i < gaps; i++) {
      sorted[i] = days.get(i + 1).toEpochDay() - days.get(i).toEpochDay();
    }
    Arrays.sort(sorted);
    return (sorted[(gaps - 1) / 2] + sorted[gaps / 2]) / 2.0;
  }

  private static @Nullable Money meanAmount(
      List<Purchase> counted, ExchangeRates rates, ZoneId zone) {
    if (counted.isEmpty()) {
      return null;
    }
    long total = 0;
    for (Purchase purchase : counted) {
      total = Math.addExact(
          total, rates.convert(purchase.amount(), day(purchase, zone)).minorUnits());
    }
    long mean = Math.floorDiv(Math.addExact(2 * total, counted.size()), 2L * counted.size());
    return new Money(mean, rates.target());
  }

  private static SortedMap<String, Integer> items(List<Purchase> counted) {
    SortedMap<String, Integer> items = new TreeMap<>();
    for (Purchase purchase : counted) {
      purchase.lines().stream()
          .map(line -> line.item())
          .distinct()
          .forEach(item -> items.merge(item, 1, Integer::sum));
    }
    return items;
  }

  private static OptionalDouble perMonth(int purchases, int months) {
    return months == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) purchases / months);
  }
}
