package io.headlesscrm.churn.warning;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether care helped: how many of the customers who were to be contacted bought again, against those of the control
 * group. Everybody counts where the list had put it, reached or not, since those who can be reached differ from the
 * others.
 *
 * <p>Sources: Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17, 873-890, method 10 (the interval); Fisher's exact test, two-sided, which adds up all tables that are no
 * likelier than the one seen.
 *
 * @param treated customers who were to be contacted, at least 0
 * @param treatedReturned those of them who bought within the horizon
 * @param control customers who were left alone, at least 0
 * @param controlReturned those of them who bought within the horizon
 * @param pending tasks whose horizon is not over
 */
public record RetentionUplift(
    int treated, int treatedReturned, int control, int controlReturned, int pending) {

  public RetentionUplift {
    requirePart("treatedReturned", treatedReturned, treated);
    requirePart("controlReturned", controlReturned, control);
  }

  /**
   * Compares tasks with what was bought after them.
   *
   * @param tasks open or closed, of one purpose; see {@code crm.care().opened(...)}
   * @param log purchases; a task whose horizon it does not reach to the end is pending
   * @param horizon from the day of the opening on
   * @param zone in which instants are dates
   * @return the comparison
   */
  public static RetentionUplift of(
      Collection<CareTask> tasks, PurchaseLog log, Horizon horizon, ZoneId zone) {
    Map<LocalDate, CustomerBase> later = new HashMap<>();
    int[][] counts = new int[2][2];
    int pending = 0;
    for (CareTask task : tasks) {
      LocalDate day = LocalDate.ofInstant(task.openedAt(), zone);
      LocalDate end = day.plusDays(horizon.days());
      if (log.isEmpty() || end.isAfter(log.window().end())) {
        pending++;
        continue;
      }
      boolean returned = later
          .computeIfAbsent(
              day, from -> log.within(new ObservationWindow(from, end), ReturnsPolicy.SALES))
          .findRow(task.customer())
          .isPresent();
      counts[task.control() ? 1 : 0][returned ? 1 : 0]++;
    }
    return new RetentionUplift(
        counts[0][0] + counts[0][1],
        counts[0][1],
        counts[1][0] + counts[1][1],
        counts[1][1],
        pending);
  }

  /**
   * The part of those who were to be contacted that bought again.
   *
   * @return in [0, 1]; empty without such customers
   */
  public OptionalDouble findTreatedRate() {
    return rate(treatedReturned, treated);
  }

  /**
   * The part of the control group that bought again.
   *
   * @return in [0, 1]; empty without such customers
   */
  public OptionalDouble findControlRate() {
    return rate(controlReturned, control);
  }

  /**
   * How much more of the one bought again than of the other.
   *
   * @return the difference of the rates in [-1, 1], with its interval of 95 %; empty without one of the groups
   */
  public Optional<Interval> findUplift() {
    if (treated == 0 || control == 0) {
      return Optional.empty();
    }
    Score first = Score.of(treatedReturned, treated);
    Score second = Score.of(controlReturned, control);
    double difference = first.rate - second.rate;
    double below = Math.hypot(first.rate - first.low, second.high - second.rate);
    double above = Math.hypot(first.high - first.rate, second.rate - second.low);
    return Optional.of(new Interval(difference, difference - below, difference + above));
  }

  /**
   * How often the rates differ as much by chance when care changes nothing.
   *
   * @return two-sided, in [0, 1]; 1 without one of the groups
   */
  public double pValue() {
    return FisherTest.twoSided(treatedReturned, treated, controlReturned, control);
  }

  /**
   * How many customers bought again who would not have: the uplift times those who were to be contacted.
   *
   * @return may be negative; empty without one of the groups
   */
  public OptionalDouble findCustomersGained() {
    return findUplift()
        .map(uplift -> OptionalDouble.of(uplift.estimate() * treated))
        .orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble rate(int part, int all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }

  private static void requirePart(String name, int part, int all) {
    if (part < 0 || part > all) {
      throw new IllegalArgumentException(
          name + " is " + part + ", it must be from 0 to the " + all + " there are");
    }
  }

  /** A rate with Wilson's interval of 95 %. */
  private record Score(double rate, double low, double high) {

    private static final double Z = 1.959963984540054;

    static Score of(int part, int all) {
      double rate = (double) part / all;
      double centre = part + Z * Z / 2;
      double width = Z * Math.sqrt(part * (1 - rate) + Z * Z / 4);
      return new Score(rate, (centre - width) / (all + Z * Z), (centre + width) / (all + Z * Z));
    }
  }
}
