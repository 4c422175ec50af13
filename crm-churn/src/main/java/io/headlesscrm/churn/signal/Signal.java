package io.headlesscrm.churn.signal;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.supervised.Covariate;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.service.care.CareTask;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A sign of leaving beside the purchases, on a scale on which a linear model can use it. What it weighs is learnt by
 * {@link SignalModel} and judged by {@link SignalTrial}.
 *
 * <pre>{@code
 * Signal complaints = Signal.complaints(complaintDays, 90);
 * SignalTrial.run(log, cutoff, Horizon.ofDays(90), List.of(complaints));
 * }</pre>
 *
 * @param name of the column; not blank
 * @param label what it is called in a reason
 * @param covariate its values as of any date
 */
public record Signal(String name, Reason label, Covariate covariate) {

  public Signal {
    if (requireNonNull(name, "name").isBlank()) {
      throw new IllegalArgumentException("name of a signal is blank, it must not be");
    }
    requireNonNull(label, "label");
    requireNonNull(covariate, "covariate");
  }

  /**
   * Complaints of late: ln(1 + the sum of their weights).
   *
   * @param complaints with their weights, such as 1 each or a severity, at least 0
   * @param days back from the date that is asked about, at least 1
   * @return 0 for who has not complained
   */
  public static Signal complaints(DatedValues complaints, int days) {
    requireDays(days);
    return of(
        "complaints",
        (base, row) -> Math.log1p(Math.max(
            0, complaints.sum(base.customer(row), base.asOf().minusDays(days), base.asOf()))));
  }

  /**
   * The customer's last answer to how satisfied it is, against the mean of all that have answered.
   *
   * @param answers on one scale, the more the better
   * @param days after which an answer is out of date, at least 1
   * @return 0 for who has not answered: an unknown customer is taken as the mean one
   */
  public static Signal satisfaction(DatedValues answers, int days) {
    requireDays(days);
    return centred(
        "satisfaction",
        (base, row) ->
            answers.findLatest(base.customer(row), base.asOf().minusDays(days), base.asOf()));
  }

  /**
   * How late the customer pays: the mean of ln(1 + days beyond terms) of its bills, against the mean of all customers
   * with bills. Bills paid early count as in time.
   *
   * @param bills days beyond terms of each, negative when paid early, by the day of payment
   * @param days back from the date that is asked about, at least 1
   * @return 0 for who has no bills
   */
  public static Signal daysBeyondTerms(DatedValues bills, int days) {
    requireDays(days);
    return centred(
        "daysBeyondTerms",
        (base, row) -> bills.findMean(
            base.customer(row),
            base.asOf().minusDays(days),
            base.asOf(),
            late -> Math.log1p(Math.max(0, late))));
  }

  /**
   * Fewer kinds of service than before: ln((1 + kinds before) / (1 + kinds of late)).
   *
   * @param use what was bought when
   * @param days of the latest window, and of the one before it, at least 1
   * @return above 0 for who uses fewer, below 0 for who uses more, 0 for who uses as many
   */
  public static Signal fewerServices(ServiceUse use, int days) {
    requireDays(days);
    return of("fewerServices", (base, row) -> {
      LocalDate middle = base.asOf().minusDays(days);
      long before = use.kinds(base.customer(row), middle.minusDays(days), middle);
      long late = use.kinds(base.customer(row), middle, base.asOf());
      return Math.log((1.0 + before) / (1.0 + late));
    });
  }

  /**
   * Earlier attempts to keep the customer: ln(1 + how often it was reached), so that a model or a back-test knows who was
   * not left to itself. Rows in which it is 0 are those of customers who were.
   *
   * @param tasks open or closed; see {@code crm.care().opened(...)}
   * @param days back from the date that is asked about, at least 1
   * @param zone in which instants are dates
   * @return 0 for who was never reached, and for the control group
   */
  public static Signal triedTasks(Collection<CareTask> tasks, int days, ZoneId zone) {
    requireDays(days);
    DatedValues.Builder contacts = DatedValues.builder();
    for (CareTask task : tasks) {
      task.findContact()
          .ifPresent(at -> contacts.add(task.customer(), LocalDate.ofInstant(at, zone), 1));
    }
    DatedValues reached = contacts.build();
    return of(
        "triedTasks",
        (base, row) ->
            Math.log1p(reached.sum(base.customer(row), base.asOf().minusDays(days), base.asOf())));
  }

  private interface Cell {

    double value(CustomerBase base, int row);
  }

  private interface OptionalCell {

    OptionalDouble find(CustomerBase base, int row);
  }

  private static Signal of(String name, Cell cell) {
    return new Signal(
        name, label(name), (base, days) -> column(base, row -> cell.value(base, row)));
  }

  private static Signal centred(String name, OptionalCell cell) {
    return new Signal(name, label(name), (base, days) -> {
      double[] values = column(base, row -> cell.find(base, row).orElse(Double.NaN));
      double mean =
          Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
      return Arrays.stream(values)
          .map(value -> Double.isNaN(value) ? 0 : value - mean)
          .toArray();
    });
  }

  private static double[] column(CustomerBase base, ToDoubleFunction<Integer> cell) {
    double[] values = new double[base.size()];
    Arrays.setAll(values, cell::applyAsDouble);
    return values;
  }

  private static Reason label(String name) {
    return Reason.of("churn.signal." + name);
  }

  private static void requireDays(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days is " + days + ", it must be at least 1");
    }
  }
}
