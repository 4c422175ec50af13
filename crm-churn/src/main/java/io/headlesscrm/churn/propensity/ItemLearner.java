package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.signal.Signal;
import io.headlesscrm.churn.supervised.Detail;
import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.Origins;
import io.headlesscrm.churn.supervised.TrainingRows;
import io.headlesscrm.core.purchase.CustomerBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns who buys one item from what is known as of the date of a base. Every window that is learnt from ends on that date
 * or before it, and the columns of a window know nothing of its days.
 */
final class ItemLearner {

  /** Who bought the item in the longest window, and who did not in any: fewer tell nothing apart. */
  static final int FEWEST = 30;

  private final CustomerBase base;
  private final ItemPurchases purchases;
  private final String item;
  private final List<Signal> signals;
  private final int[] origins;

  ItemLearner(CustomerBase base, ItemPurchases purchases, String item, List<Signal> signals) {
    this.base = base;
    this.purchases = purchases;
    this.item = item;
    this.signals = signals;
    this.origins = Origins.daysBefore(history(base));
  }

  private static int history(CustomerBase base) {
    return base.window().days() - 1;
  }

  /**
   * What was learnt.
   *
   * @param columns of the item
   * @param rates which part bought it
   * @param findLogit of buying it; empty when it was bought too rarely
   */
  record Learned(ItemColumns columns, BaseRates rates, Optional<LinearPredictor> findLogit) {}

  /** Empty without an earlier date at which somebody was a customer. */
  Optional<Learned> learn() {
    if (origins.length == 0) {
      return Optional.empty();
    }
    CustomerBase sample = TrainingRows.sample(base);
    ItemColumns columns = ItemColumns.of(
        purchases, item, signals, Features.of(history(base) - origins[0], Detail.of(base)));
    List<BaseRates.Window> windows = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    List<Boolean> outcomes = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int days : origins) {
      CustomerBase earlier = Origins.earlier(sample, base.asOf().minusDays(days));
      List<Boolean> bought = outcomes(earlier, base.asOf());
      windows.add(new BaseRates.Window(
          days, bought.size(), (int) bought.stream().filter(one -> one).count()));
      rows.addAll(List.of(columns.rows(earlier, days)));
      outcomes.addAll(bought);
      bought.forEach(one -> weights.add(1.0 / origins.length));
    }
    BaseRates rates = new BaseRates(windows);
    boolean isEnough = Math.min(rates.mostBuyers(), rates.fewestOthers()) >= FEWEST;
    return Optional.of(new Learned(
        columns,
        rates,
        isEnough
            ? Optional.of(columns.regression().logistic(rows, outcomes, weights))
            : Optional.empty()));
  }

  /** Who of the customers of a base bought the item between its date and a later one, by row. */
  private List<Boolean> outcomes(CustomerBase earlier, LocalDate until) {
    List<Boolean> bought = new ArrayList<>();
    for (int row = 0; row < earlier.size(); row++) {
      bought.add(purchases.isBought(earlier.customer(row), item, earlier.asOf(), until));
    }
    return bought;
  }

  /**
   * What would have been said so many windows ago about the window that followed; the window is the shortest that is learnt
   * from. Empty when there was too little to learn from then, or everybody or nobody bought it.
   */
  Optional<Forecast> findForecast(int windowsAgo) {
    if (origins.length == 0) {
      return Optional.empty();
    }
    int days = origins[origins.length - 1];
    if ((long) windowsAgo * days >= history(base)) {
      return Optional.empty();
    }
    CustomerBase earlier =
        Origins.earlier(TrainingRows.sample(base), base.asOf().minusDays((long) windowsAgo * days));
    return new ItemLearner(earlier, purchases, item, signals)
        .learn()
        .flatMap(learned -> forecast(earlier, days, learned));
  }

  private Optional<Forecast> forecast(CustomerBase earlier, int days, Learned learned) {
    List<Boolean> outcomes = outcomes(earlier, earlier.asOf().plusDays(days));
    if (learned.findLogit().isEmpty() || outcomes.stream().distinct().count() < 2) {
      return Optional.empty();
    }
    LinearPredictor logit = learned.findLogit().get();
    double[][] rows = learned.columns().rows(earlier, days);
    double[] logits = new double[rows.length];
    boolean[] bought = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      logits[row] = logit.of(rows[row]);
      bought[row] = outcomes.get(row);
    }
    return Optional.of(
        new Forecast(earlier.asOf(), days, logits, bought, learned.rates().rate(days)));
  }
}
