package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.signal.Signal;
import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of one item: what purchase days tell, the horizon, what the item's history tells, what the host knows. */
final class ItemColumns {

  private static final int MOST_REASONS = 3;
  private static final double LEAST_POINTS = 0.05;

  private final ItemPurchases purchases;
  private final String item;
  private final List<Signal> signals;
  private final RidgeRegression regression;
  private final int firstOfItem;

  private ItemColumns(
      ItemPurchases purchases,
      String item,
      List<Signal> signals,
      RidgeRegression regression,
      int firstOfItem) {
    this.purchases = purchases;
    this.item = item;
    this.signals = signals;
    this.regression = regression;
    this.firstOfItem = firstOfItem;
  }

  static ItemColumns of(
      ItemPurchases purchases, String item, List<Signal> signals, Features features) {
    RidgeRegression regression = RidgeRegression.of(features);
    int firstOfItem = regression.names().size();
    for (ItemColumn column : ItemColumn.values()) {
      regression = regression.with(column.label(), column.of(purchases, item));
    }
    for (Signal signal : signals) {
      regression = regression.with(signal.name(), signal.covariate());
    }
    return new ItemColumns(purchases, item, signals, regression, firstOfItem);
  }

  RidgeRegression regression() {
    return regression;
  }

  double[][] rows(CustomerBase base, int days) {
    return regression.columns(base, days);
  }

  /** The weightiest parts of a prediction against the mean customer; the horizon, the same for all, left out. */
  List<Reason> reasons(LinearPredictor logit, CustomerBase base, int row, double[] columns) {
    List<Weighed> weighed = new ArrayList<>();
    parts(logit, columns)
        .forEach((part, points) ->
            weighed.add(new Weighed(points, reason(part, base, row).with("points", points))));
    int firstOfSignals = firstOfItem + ItemColumn.values().length;
    for (int i = 0; i < signals.size(); i++) {
      int column = firstOfSignals + i;
      double points = logit.contribution(column, columns[column]);
      weighed.add(new Weighed(
          points,
          Reason.of("churn.item.signal")
              .withValue("signal", signals.get(i).label())
              .with("points", points)));
    }
    return weighed.stream()
        .filter(one -> Math.abs(one.points()) >= LEAST_POINTS)
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.points())))
        .limit(MOST_REASONS)
        .map(Weighed::reason)
        .toList();
  }

  private record Weighed(double points, Reason reason) {}

  private Map<Part, Double> parts(LinearPredictor logit, double[] columns) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    ItemColumn[] ofItem = ItemColumn.values();
    for (int column = 0; column < firstOfItem + ofItem.length; column++) {
      Part part = column < firstOfItem
          ? Part.ofFeature(regression.names().get(column))
          : ofItem[column - firstOfItem].part();
      parts.merge(part, logit.contribution(column, columns[column]), Double::sum);
    }
    parts.remove(Part.HORIZON);
    return parts;
  }

  private Reason reason(Part part, CustomerBase base, int row) {
    ItemHistory history = purchases.history(base.customer(row));
    int end = Math.toIntExact(base.asOf().toEpochDay());
    return switch (part) {
      case ITEM -> ofItem(history.listDaysOf(item, end), end);
      case BREADTH -> Reason.of("churn.item.breadth").with("items", history.breadth(end));
      case SILENCE -> Reason.of("churn.item.silence").with("days", base.recencyDays(row));
      case PURCHASES ->
        Reason.of("churn.item.purchases").with("purchases", base.repeatPurchases(row) + 1L);
      case AMOUNTS -> Reason.of("churn.item.amounts");
      case HORIZON -> throw new IllegalStateException("the horizon is no reason");
    };
  }

  private Reason ofItem(int[] days, int end) {
    return days.length == 0
        ? Reason.of("churn.item.never").withValue("item", item)
        : Reason.of("churn.item.bought")
            .withValue("item", item)
            .with("times", days.length)
            .with("days", end - days[days.length - 1]);
  }
}
