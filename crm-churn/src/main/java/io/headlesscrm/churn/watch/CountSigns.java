package io.headlesscrm.churn.watch;

import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.watch.Finding.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Whether the numbers of purchases are those that a purchase-process model expects: their sum, the customers without one,
 * and the likelihood of each number. Customers with equal histories are worked out once.
 *
 * @param model frozen
 * @param covariance of the logarithms of its parameters; empty where they are taken as they are
 */
record CountSigns(PurchaseProcess model, Optional<LogCovariance> covariance) implements Signs {

  /** So many customers tell the slope of a mean in a parameter, which need not be exact. */
  private static final int SAMPLE = 64;

  private static final double STEP = 1e-3;

  @Override
  public List<Excess> of(Outcome outcome) {
    List<PurchaseHistory> histories = new ArrayList<>();
    for (int row = 0; row < outcome.base().size(); row++) {
      histories.add(PurchaseHistory.of(outcome.base(), row, model.unit()));
    }
    return of(histories, outcome.purchaseDays(), outcome.horizon().in(model.unit()));
  }

  List<Excess> of(List<PurchaseHistory> histories, int[] purchases, double horizon) {
    Map<PurchaseHistory, CountMoments> known = new HashMap<>();
    double[] observed = new double[3];
    double[] expected = new double[3];
    double[] variance = new double[3];
    for (int row = 0; row < purchases.length; row++) {
      PurchaseHistory history = histories.get(row);
      CountMoments moments =
          known.computeIfAbsent(history, one -> CountMoments.of(model, one, horizon));
      observed[0] += purchases[row];
      observed[1] += purchases[row] == 0 ? 1 : 0;
      observed[2] += CountMoments.lnProbability(model, purchases[row], history, horizon);
      expected[0] += moments.mean();
      expected[1] += moments.silent();
      expected[2] += moments.lnMean();
      variance[0] += moments.variance();
      variance[1] += moments.silent() * (1 - moments.silent());
      variance[2] += moments.lnVariance();
    }
    double[] ofFit = varianceOfTheFit(histories, horizon);
    List<Excess> signs = new ArrayList<>();
    Sign[] order = {Sign.PURCHASES, Sign.SILENT_CUSTOMERS, Sign.LIKELIHOOD};
    for (int i = 0; i < order.length; i++) {
      signs.add(
          new Excess(order[i], purchases.length, observed[i], expected[i], variance[i], ofFit[i]));
    }
    return signs;
  }

  /** How uncertain the expected sums are because the parameters are, which no number of customers averages out. */
  private double[] varianceOfTheFit(List<PurchaseHistory> histories, double horizon) {
    if (covariance.isEmpty() || histories.isEmpty()) {
      return new double[3];
    }
    LogCovariance known = covariance.get();
    if (!known.isKnown()) {
      double[] nobodyKnows = new double[3];
      Arrays.fill(nobodyKnows, Double.POSITIVE_INFINITY);
      return nobodyKnows;
    }
    List<PurchaseHistory> sample = sample(histories);
    double scale = (double) histories.size() / sample.size();
    return new double[] {
      known.variance(
          slopes(known, (one, past) -> one.expectedPurchases(past, horizon), sample, scale)),
      known.variance(
          slopes(known, (one, past) -> one.activeProbability(past, horizon), sample, scale)),
      known.variance(
          slopes(known, (one, past) -> CountMoments.of(one, past, horizon).lnMean(), sample, scale))
    };
  }

  private static List<PurchaseHistory> sample(List<PurchaseHistory> histories) {
    int step = Math.max(1, histories.size() / SAMPLE);
    List<PurchaseHistory> sample = new ArrayList<>();
    for (int row = 0; row < histories.size(); row += step) {
      sample.add(histories.get(row));
    }
    return sample;
  }

  private double[] slopes(
      LogCovariance known,
      ToDoubleBiFunction<PurchaseProcess, PurchaseHistory> expectation,
      List<PurchaseHistory> sample,
      double scale) {
    double[] slopes = new double[known.names().size()];
    for (int i = 0; i < slopes.length; i++) {
      PurchaseProcess above = moved(known.names().get(i), STEP);
      PurchaseProcess below = moved(known.names().get(i), -STEP);
      for (PurchaseHistory history : sample) {
        slopes[i] += scale
            * (expectation.applyAsDouble(above, history)
                - expectation.applyAsDouble(below, history))
            / (2 * STEP);
      }
    }
    return slopes;
  }

  private PurchaseProcess moved(String name, double step) {
    Map<String, Double> moved = new LinkedHashMap<>(model.parameters());
    moved.computeIfPresent(name, (key, value) -> value * Math.exp(step));
    return model.withParameters(moved);
  }
}
