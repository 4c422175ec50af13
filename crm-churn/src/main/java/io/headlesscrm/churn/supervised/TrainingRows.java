package io.headlesscrm.churn.supervised;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is learnt from: customers at earlier dates, and what they did from there to the date of the base. Every origin has
 * the same weight, and no window ends after the base.
 *
 * <p>The horizon is one of the columns, as its logarithm: it bridges from the horizons of the past to that which will be
 * asked about.
 */
public final class TrainingRows {

  /** From this many customers on every second, third, ... is learnt from: more add time and no accuracy. */
  private static final int MOST_CUSTOMERS = 50_000;

  private static final int FEWEST_OF_EITHER_OUTCOME = 50;
  private static final double DAYS_OF_A_WEEK = 7;

  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> purchaseDays = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  private final int customers;

  private TrainingRows(int customers) {
    this.customers = customers;
  }

  /**
   * The rows of a base.
   *
   * @param base as of the date until which all is known
   * @param features the first columns
   * @param covariates the columns after the features and the logarithm of the horizon
   * @return the rows of all origins, by origin and then by customer
   */
  public static TrainingRows of(
      CustomerBase base, Features features, List<? extends Covariate> covariates) {
    CustomerBase sample = sample(base);
    TrainingRows training = new TrainingRows(base.size());
    int[] origins = Origins.daysBefore(sample.window().days() - 1);
    for (int days : origins) {
      training.add(sample, days, 1.0 / origins.length, features, covariates);
    }
    return training;
  }

  /**
   * Whether only a part of the customers is learnt from.
   *
   * @param base any
   * @return true for more than 50,000 customers
   */
  public static boolean isSampled(CustomerBase base) {
    return base.size() > MOST_CUSTOMERS;
  }

  /**
   * The customers who are learnt from.
   *
   * @param base any
   * @return the base itself, or every second, third, ... row of one with more than 50,000 customers
   */
  public static CustomerBase sample(CustomerBase base) {
    if (!isSampled(base)) {
      return base;
    }
    int stride = (base.size() + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS;
    return base.only(row -> row % stride == 0);
  }

  private void add(
      CustomerBase base,
      int days,
      double weight,
      Features features,
      List<? extends Covariate> covariates) {
    CustomerBase earlier = Origins.earlier(base, base.asOf().minusDays(days));
    double[][] known = columns(earlier, days, features, covariates);
    for (int row = 0; row < known.length; row++) {
      rows.add(known[row]);
      purchaseDays.add(Origins.purchaseDaysSince(base, earlier, row));
      weights.add(weight);
    }
  }

  /** The columns of all customers of a base: features, logarithm of the horizon in weeks, covariates. */
  static double[][] columns(
      CustomerBase base, double days, Features features, List<? extends Covariate> covariates) {
    double[][] columns = features.of(base);
    int width = features.names().size();
    double lnHorizon = Math.log(days / DAYS_OF_A_WEEK);
    for (int row = 0; row < columns.length; row++) {
      columns[row] = Arrays.copyOf(columns[row], width + 1 + covariates.size());
      columns[row][width] = lnHorizon;
    }
    for (int k = 0; k < covariates.size(); k++) {
      double[] values = covariates.get(k).of(base, days);
      for (int row = 0; row < columns.length; row++) {
        columns[row][width + 1 + k] = values[row];
      }
    }
    return columns;
  }

  /**
   * How many rows there are.
   *
   * @return customers times origins, but for customers who came later
   */
  public int size() {
    return rows.size();
  }

  /**
   * How many rows did not buy in their window.
   *
   * @return at least 0
   */
  public int silent() {
    return (int) purchaseDays.stream().filter(days -> days == 0).count();
  }

  /**
   * Why nothing can be learnt from these rows.
   *
   * @return {@code TOO_LITTLE_TO_LEARN} for fewer than 50 of either outcome; empty when there are enough
   */
  public Optional<Verdict> findObstacle() {
    int bought = size() - silent();
    return Math.min(bought, silent()) >= FEWEST_OF_EITHER_OUTCOME
        ? Optional.empty()
        : Optional.of(new Verdict(
            "TOO_LITTLE_TO_LEARN",
            Severity.ERROR,
            Reason.of("churn.fit.tooFewOutcomes")
                .with("customers", customers)
                .with("bought", bought)
                .with("silent", silent())
                .with("least", FEWEST_OF_EITHER_OUTCOME)));
  }

  double[][] rows() {
    return rows.toArray(double[][]::new);
  }

  double[] active() {
    return purchaseDays.stream().mapToDouble(days -> days > 0 ? 1 : 0).toArray();
  }

  double[] counts() {
    return purchaseDays.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  double[] weights() {
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
