package io.headlesscrm.churn.signal;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A fitted {@link SignalModel}. Immutable and thread-safe. */
public final class SignalScorer implements ChurnScorer {

  /** The name in provenances. */
  public static final String NAME = "signals";

  private static final double LEAST_POINTS = 0.05;

  private final List<Signal> signals;
  private final RidgeRegression columns;
  private final LinearPredictor logit;

  SignalScorer(List<Signal> signals, RidgeRegression columns, LinearPredictor logit) {
    this.signals = signals;
    this.columns = columns;
    this.logit = logit;
  }

  /**
   * What the signals weigh beside the purchases.
   *
   * @return one for each, in the order in which they were given
   */
  public List<SignalWeight> weights() {
    double[] coefficients = logit.coefficients();
    double[] errors = logit.standardErrors();
    return IntStream.range(0, signals.size())
        .mapToObj(i -> new SignalWeight(
            signals.get(i).name(), 0 - coefficients[first() + i], errors[first() + i]))
        .toList();
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double[][] rows = columns.columns(base, horizon.days());
    Map<String, String> parameters = Map.of(
        "horizonDays", String.valueOf(horizon.days()),
        "signals", signals.stream().map(Signal::name).toList().toString());
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, parameters, base.window(), base.size()),
        row -> 1 / (1 + Math.exp(logit.of(rows[row]))),
        row -> reasons(base, row, rows[row]));
  }

  private List<Reason> reasons(CustomerBase base, int row, double[] columnsOfRow) {
    double usual = (base.recencyOfLast(row) + 1.0) / (base.repeatPurchases(row) + 1);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(ChurnReasons.silence(base, row, usual));
    IntStream.range(0, signals.size())
        .boxed()
        .filter(i -> Math.abs(points(i, columnsOfRow)) >= LEAST_POINTS)
        .sorted(Comparator.comparingDouble(i -> -Math.abs(points(i, columnsOfRow))))
        .map(i -> Reason.of("churn.signal")
            .withValue("signal", signals.get(i).label())
            .with("points", points(i, columnsOfRow)))
        .forEach(reasons::add);
    return reasons;
  }

  /** Log-odds of leaving against the mean customer. */
  private double points(int signal, double[] columnsOfRow) {
    int column = first() + signal;
    return -logit.contribution(column, columnsOfRow[column]);
  }

  private int first() {
    return logit.names().size() - signals.size();
  }
}
