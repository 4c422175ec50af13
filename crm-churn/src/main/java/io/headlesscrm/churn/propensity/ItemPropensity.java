package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.signal.Signal;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.PlattScaling;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns how likely customers are to buy an item: ridge-logistic regression on what purchase days tell, on whether, how
 * often and how recently the customer bought the item, on its share of the customer's purchase days and on how many
 * different items the customer buys. Immutable and thread-safe.
 *
 * <pre>{@code
 * ItemModel model = ItemPropensity.of(purchases).fit(base, "coffee").orThrow();
 * PropensityScores scores = model.score(base, Horizon.ofDays(90));
 * scores.likeliest(10).forEach(System.out::println);
 * }</pre>
 *
 * <p>It is learnt on earlier windows that all end on the date of the base or before; purchases on that date or later are
 * not looked at. Before it is used it must have been better than the base rate on the latest window, learnt without it;
 * where it was not, or the item is bought too rarely, the base rate stands for all customers and a verdict says so.
 */
public final class ItemPropensity {

  private final ItemPurchases purchases;
  private final List<Signal> signals;

  private ItemPropensity(ItemPurchases purchases, List<Signal> signals) {
    this.purchases = purchases;
    this.signals = signals;
  }

  /**
   * Learns from purchases of items.
   *
   * @param purchases of all items; more than those of one item, or breadth means nothing
   * @return to be fitted to a base
   */
  public static ItemPropensity of(ItemPurchases purchases) {
    return new ItemPropensity(requireNonNull(purchases, "purchases"), List.of());
  }

  /**
   * The same with what the host knows beside purchases.
   *
   * @param more as of any date
   * @return a copy that learns what they weigh towards buying the item
   */
  public ItemPropensity with(List<Signal> more) {
    return new ItemPropensity(purchases, List.copyOf(more));
  }

  /**
   * Learns one item.
   *
   * @param base as of the date until which all is known; may be empty
   * @param item as the purchases name it
   * @return the model, or {@code TOO_LITTLE_TO_LEARN} without an earlier date at which somebody was a customer. The model
   *     gives the base rate to all with the verdict {@code TOO_RARE}: fewer than 30 customers bought the item in the
   *     longest window, or fewer than 30 did not in some; or {@code NOT_BETTER_THAN_BASE_RATE}. {@code CALIBRATED} says
   *     that the probabilities were moved to what came on the latest window
   */
  public FitResult<ItemModel> fit(CustomerBase base, String item) {
    requireNonNull(item, "item");
    ItemLearner learner = new ItemLearner(base, purchases, item, signals);
    Optional<ItemLearner.Learned> learned = base.size() == 0 ? Optional.empty() : learner.learn();
    return learned
        .filter(one -> one.rates().hasCustomers())
        .map(one -> fitted(base, item, learner, one))
        .orElseGet(() -> new FitResult.NotFitted<>(new Verdict(
            "TOO_LITTLE_TO_LEARN",
            Severity.ERROR,
            Reason.of("churn.item.noHistory").with("customers", base.size()))));
  }

  /**
   * Learns every item that enough customers have bought.
   *
   * @param base as of the date until which all is known
   * @param leastCustomers how many customers must have bought an item before, at least 1
   * @return by item, that of most customers first
   */
  public Map<String, FitResult<ItemModel>> fitFrequent(CustomerBase base, int leastCustomers) {
    Map<String, FitResult<ItemModel>> models = new LinkedHashMap<>();
    for (String item : purchases.frequent(leastCustomers, base.asOf())) {
      models.put(item, fit(base, item));
    }
    return models;
  }

  private FitResult<ItemModel> fitted(
      CustomerBase base, String item, ItemLearner learner, ItemLearner.Learned learned) {
    List<Verdict> verdicts = new ArrayList<>();
    Optional<LinearPredictor> logit = learned.findLogit();
    Optional<PlattScaling> curve = Optional.empty();
    Optional<ForwardCheck> check = Optional.empty();
    if (logit.isEmpty()) {
      verdicts.add(tooRare(item, learned.rates()));
    } else {
      Optional<Forecast> latest = learner.findForecast(1);
      Optional<PlattScaling> earlier = latest.flatMap(
          now -> learner.findForecast(2).map(Forecast::curve).filter(now::isBetterBy));
      check = latest.map(now -> now.check(earlier));
      if (check.filter(one -> !one.isBetterThanBaseRate()).isPresent()) {
        verdicts.add(notBetter(item, check.get()));
        logit = Optional.empty();
      } else if (earlier.isPresent()) {
        curve = latest.map(Forecast::curve).filter(one -> one.slope() > 0);
        curve.ifPresent(one -> verdicts.add(calibrated(one)));
      }
    }
    ItemModel model = new ItemModel(item, learned.columns(), learned.rates(), logit, curve, check);
    return new FitResult.Fitted<>(
        model, FitDiagnostics.ofLearning(verdicts, base.size(), learned.rates().rows()));
  }

  private static Verdict tooRare(String item, BaseRates rates) {
    return new Verdict(
        "TOO_RARE",
        Severity.WARNING,
        Reason.of("churn.item.tooRare")
            .withValue("item", item)
            .with("buyers", rates.mostBuyers())
            .with("others", rates.fewestOthers())
            .with("least", ItemLearner.FEWEST));
  }

  private static Verdict notBetter(String item, ForwardCheck check) {
    return new Verdict(
        "NOT_BETTER_THAN_BASE_RATE",
        Severity.WARNING,
        Reason.of("churn.item.notBetter")
            .withValue("item", item)
            .withValue("from", check.from())
            .with("days", check.days())
            .with("brier", check.brier())
            .with("baseRateBrier", check.baseRateBrier()));
  }

  private static Verdict calibrated(PlattScaling curve) {
    return new Verdict(
        "CALIBRATED",
        Severity.INFO,
        Reason.of("churn.item.calibrated")
            .with("intercept", curve.intercept())
            .with("slope", curve.slope()));
  }
}
