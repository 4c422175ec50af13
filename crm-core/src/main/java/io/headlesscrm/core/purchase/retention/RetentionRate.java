package io.headlesscrm.core.purchase.retention;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Who was a customer at the start of a period and still is at its end. Both moments are the very beginning of a day: what
 * happens on the first day of the period happens in it, what happens on the day after it does not.
 *
 * @param period the days of the period
 * @param segment of the customers, such as a class or "all"
 * @param start customers at the start
 * @param end customers at the end
 * @param added those at the end who have become customers for the first time in the period
 * @param returned those at the end who were customers before, but not at the start
 */
public record RetentionRate(
    ObservationWindow period, String segment, int start, int end, int added, int returned) {

  public RetentionRate {
    requireNonNull(period, "period");
    requireNonNull(segment, "segment");
    int kept = end - added - returned;
    if (added < 0 || returned < 0 || kept < 0 || kept > start) {
      throw new IllegalArgumentException(
          "of " + start + " customers " + kept
              + " were kept, it must be from 0 to all of them. Maybe new customers were not counted at the end?");
    }
  }

  /**
   * The rates of customers without contracts: a customer is one who has bought of late.
   *
   * @param base that reaches to the end of every period
   * @param periods in any order; may overlap
   * @param activeDays a customer is one who bought in so many days before the moment, at least 1
   * @param segment of a customer; one segment per customer, so that segments add up to the whole
   * @return by period in their order, then by segment in its natural order; a segment without customers at either moment
   *     is left out
   * @throws IllegalArgumentException for a period that ends after the date of the base
   */
  public static List<RetentionRate> byActivity(
      CustomerBase base,
      List<ObservationWindow> periods,
      int activeDays,
      Function<CustomerId, String> segment) {
    if (activeDays < 1) {
      throw new IllegalArgumentException(
          "activeDays is " + activeDays + ", it must be at least 1. Maybe 365 is what you want?");
    }
    for (ObservationWindow period : periods) {
      if (period.end().isAfter(base.asOf())) {
        throw new IllegalArgumentException("period " + period + " ends after " + base.asOf()
            + ", until which the base knows purchases. Maybe leave the running period out?");
      }
    }
    RateCounts counts = new RateCounts(periods);
    for (int row = 0; row < base.size(); row++) {
      int[] days = base.summary(row).epochDays();
      counts.add(segment.apply(base.customer(row)), new ActiveDays(days, activeDays));
    }
    return counts.rates();
  }

  /**
   * The rates of customers with contracts: a customer is one whose contract holds.
   *
   * @param contracts in any order; several of one customer count once
   * @param periods in any order; may overlap
   * @param segment of a customer; one segment per customer
   * @return by period in their order, then by segment in its natural order; a segment without customers at either moment
   *     is left out
   */
  public static List<RetentionRate> byContract(
      Collection<Contract> contracts,
      List<ObservationWindow> periods,
      Function<CustomerId, String> segment) {
    RateCounts counts = new RateCounts(periods);
    ContractDays.byCustomer(contracts)
        .forEach((customer, days) -> counts.add(segment.apply(customer), days));
    return counts.rates();
  }

  /**
   * How many of those at the start still are customers at the end.
   *
   * @return 0 to {@link #start()}
   */
  public int kept() {
    return end - added - returned;
  }

  /**
   * The part of the customers that was kept: (end - new) / start, those who came back counted among the new.
   *
   * @return in [0, 1]; empty without customers at the start
   */
  public OptionalDouble findRetention() {
    return share(kept());
  }

  /**
   * The part of the customers that was lost.
   *
   * @return 1 less the retention; empty without customers at the start
   */
  public OptionalDouble findChurn() {
    return share(start - kept());
  }

  private OptionalDouble share(int part) {
    return start == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / start);
  }
}
