package io.headlesscrm.churn.value;

import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.PredictionIntervals;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.spend.SpendHistory;
import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The lifetime values of a base, one per row, in units of its currency (not minor ones). Intervals and reasons are made
 * when asked for. Immutable and thread-safe.
 *
 * <p>Customers without a purchase in scope are worth 0. A customer whose mean spend is infinite, see
 * {@link GammaGamma#expectedSpend}, has an infinite value.
 */
public final class LifetimeValues {

  private final LifetimeValue valuation;
  private final CustomerBase base;
  private final double[] purchases;
  private final double[] spends;
  private final double[] silences;

  LifetimeValues(LifetimeValue valuation, CustomerBase base) {
    this.valuation = valuation;
    this.base = base;
    int size = base.size();
    purchases = new double[size];
    spends = new double[size];
    silences = new double[size];
    PurchaseProcess process = valuation.process();
    double risk = valuation.riskHorizon().in(process.unit());
    for (int row = 0; row < size; row++) {
      spends[row] = valuation.spend().expectedSpend(SpendHistory.of(base, row));
      if (base.purchases(row) > 0) {
        PurchaseHistory history = history(row);
        purchases[row] = valuation.discountedPurchases(process, history);
        silences[row] = 1 - process.activeProbability(history, risk);
      }
    }
  }

  private PurchaseHistory history(int row) {
    return PurchaseHistory.of(base, row, valuation.process().unit());
  }

  /**
   * How many customers are valued.
   *
   * @return the size of the base
   */
  public int size() {
    return purchases.length;
  }

  /**
   * Who is valued.
   *
   * @return the base, with the same rows
   */
  public CustomerBase base() {
    return base;
  }

  /**
   * The purchases to come, each discounted to the date of the base.
   *
   * @param row 0 to size - 1
   * @return at least 0
   */
  public double discountedPurchases(int row) {
    return purchases[row];
  }

  /**
   * What the customer is expected to spend per purchase.
   *
   * @param row 0 to size - 1
   * @return above 0
   */
  public double expectedSpend(int row) {
    return spends[row];
  }

  /**
   * The residual lifetime value: what is still to come of the customer, discounted, at the margin.
   *
   * @param row 0 to size - 1
   * @return at least 0
   */
  public double value(int row) {
    return purchases[row] == 0 ? 0 : purchases[row] * spends[row] * valuation.margin();
  }

  /**
   * The value with what the data allow it to be: the uncertainty of both models' parameters, whose errors are taken as
   * independent.
   *
   * @param row 0 to size - 1
   * @return an interval of 95 %
   */
  public Interval interval(int row) {
    double value = value(row);
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      return new Interval(value, value, value);
    }
    PurchaseHistory history = history(row);
    SpendHistory spend = SpendHistory.of(base, row);
    double purchaseDeviation = valuation
        .processIntervals()
        .standardError(model -> Math.log(valuation.discountedPurchases(model, history)));
    double spendDeviation =
        valuation.spendIntervals().standardError(model -> Math.log(model.expectedSpend(spend)));
    return logNormal(value, Math.hypot(purchaseDeviation, spendDeviation));
  }

  /**
   * The value of all customers together: the customer equity of the base, new customers not counted.
   *
   * @return the sum of the values with its interval of 95 %: errors of parameters go through all customers alike and do
   *     not average out
   */
  public Interval total() {
    double total = 0;
    for (int row = 0; row < size(); row++) {
      total += value(row);
    }
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      return new Interval(total, total, total);
    }
    double purchaseDeviation =
        valuation.processIntervals().standardError(model -> Math.log(totalOf(model)));
    double spendDeviation =
        valuation.spendIntervals().standardError(model -> Math.log(totalOf(model)));
    return logNormal(total, Math.hypot(purchaseDeviation, spendDeviation));
  }

  /**
   * What each group of customers is worth together.
   *
   * @param group of each row, such as a segment
   * @return the sums of the values, which add up to the total; groups in their natural order
   * @param <K> what groups are named by
   */
  public <K extends Comparable<K>> SortedMap<K, Double> totals(IntFunction<K> group) {
    SortedMap<K, Double> totals = new TreeMap<>();
    for (int row = 0; row < size(); row++) {
      totals.merge(group.apply(row), value(row), Double::sum);
    }
    return totals;
  }

  private double totalOf(PurchaseProcess model) {
    double total = 0;
    for (int row = 0; row < size(); row++) {
      if (base.purchases(row) > 0) {
        total += valuation.discountedPurchases(model, history(row)) * spends[row];
      }
    }
    return total;
  }

  private double totalOf(GammaGamma model) {
    double total = 0;
    for (int row = 0; row < size(); row++) {
      if (purchases[row] > 0) {
        total += purchases[row] * model.expectedSpend(SpendHistory.of(base, row));
      }
    }
    return total;
  }

  private static Interval logNormal(double estimate, double deviation) {
    double factor = Math.exp(PredictionIntervals.DEVIATIONS * deviation);
    return new Interval(estimate, estimate / factor, estimate * factor);
  }

  /**
   * The probability of no purchase within the risk horizon.
   *
   * @param row 0 to size - 1
   * @return a probability in [0, 1]; 0 for a customer without a purchase in scope, who cannot be lost
   */
  public double churnProbability(int row) {
    return silences[row];
  }

  /**
   * The value that may be lost: the residual value times the probability of no purchase within the risk horizon. Small
   * for a customer who surely buys, and for one who surely left, of whom nothing is to come: largest where there is
   * something to lose and still something to do.
   *
   * @param row 0 to size - 1
   * @return in [0, value]
   */
  public double valueAtRisk(int row) {
    return silences[row] == 0 ? 0 : value(row) * silences[row];
  }

  /**
   * Whether it pays to try: the value at risk is above the cost to retain.
   *
   * @param row 0 to size - 1
   * @return false on equality
   */
  public boolean isWorthRetaining(int row) {
    return valueAtRisk(row) > valuation.retentionCost();
  }

  /**
   * Why the customer has that value.
   *
   * @param row 0 to size - 1
   * @return what is to come, then what is at risk
   */
  public List<Reason> reasons(int row) {
    String currency = base.currency().getCurrencyCode();
    Reason toCome = Reason.of("churn.value.toCome")
        .with("purchases", purchases[row])
        .with("spend", Math.min(spends[row], Double.MAX_VALUE))
        .withValue("currency", currency);
    Reason atRisk = Reason.of("churn.value.atRisk")
        .with("days", valuation.riskHorizon().days())
        .with("probability", silences[row])
        .with("value", Math.min(valueAtRisk(row), Double.MAX_VALUE))
        .withValue("currency", currency);
    return List.of(toCome, atRisk);
  }

  /**
   * The value of a row as a fact to keep.
   *
   * @param row 0 to size - 1
   * @return of the kind {@code lifetime-value}, with two decimals
   */
  public Assessment toAssessment(int row) {
    return Assessment.of(
        base.customer(row),
        "lifetime-value",
        String.format(Locale.ROOT, "%.2f", value(row)),
        base.asOf(),
        reasons(row),
        provenance());
  }

  /**
   * How the values were made.
   *
   * @return both models with their parameters, the discount, the margin and the horizon
   */
  public Provenance provenance() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("process", valuation.process().toString());
    parameters.put("spend", valuation.spend().toString());
    parameters.put("annualDiscount", String.valueOf(valuation.annualDiscount()));
    parameters.put("margin", String.valueOf(valuation.margin()));
    valuation
        .findHorizon()
        .ifPresent(end -> parameters.put("horizonDays", String.valueOf(end.days())));
    return Provenance.of("lifetime-value", parameters, base.window(), base.size());
  }

  /** Such as {@code 2357 lifetime values, 81234.50 USD in all}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d lifetime values, %.2f %s in all",
        size(),
        total().estimate(),
        base.currency().getCurrencyCode());
  }
}
