package io.headlesscrm.churn.drop;

import io.headlesscrm.churn.fitting.HistogramTotals;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NegativeBinomial;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fewer purchase days than the customer's own rate lets expect, under the Gamma prior of all rates. */
final class PurchaseDrops {

  private static final Box BOX = Box.empty().withLogRange(1e-5, 1e5).withLogRange(1e-6, 1e6);

  /**
   * Of a customer whom even silence could not prove to have changed nothing can be found out, and a test would only be in
   * the way of the others. Decided on the baseline alone, so that it does not favour any outcome.
   */
  private static final double LEAST_PROOF = 0.01;

  private final CustomerBase base;
  private final List<Baseline> tested;
  private final int window;
  private final double shape;
  private final double rate;
  private final double trend;

  private PurchaseDrops(
      CustomerBase base, List<Baseline> tested, int window, double shape, double rate) {
    this.base = base;
    this.tested = tested;
    this.window = window;
    this.shape = shape;
    this.rate = rate;
    double expected = 0;
    double observed = 0;
    for (Baseline one : tested) {
      expected += mean(one.before(), one.exposure());
      observed += one.recent();
    }
    this.trend = observed > 0 ? observed / expected : 1;
  }

  /** Learns the prior from the baselines of all customers who have one. */
  static PurchaseDrops of(
      CustomerBase base, List<Baseline> all, List<Baseline> tested, int window) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.DAY);
    for (Baseline one : all) {
      if (one.exposure() > 0) {
        builder.add(one.before(), one.before() > 0 ? one.exposure() : 0, one.exposure());
      }
    }
    PurchaseHistogram histogram = builder.build();
    HistogramTotals totals = HistogramTotals.of(histogram);
    PurchasingTerms nbd = new PurchasingTerms(histogram, totals.longestAge());
    Minimum prior = NewtonMinimiser.minimise(nbd, BOX, totals.nbdStart());
    return new PurchaseDrops(
        base,
        tested,
        window,
        Math.exp(prior.point(0)),
        Math.exp(prior.point(1)) * totals.longestAge());
  }

  /** Purchase days expected in the window of a customer with so many in so many days. */
  private double mean(int purchases, double exposure) {
    return (shape + purchases) / (rate + exposure) * window;
  }

  double trend() {
    return trend;
  }

  List<DropWarning> tests() {
    List<DropWarning> tests = new ArrayList<>();
    for (Baseline one : tested) {
      if (atMost(0, one.before(), one.exposure(), trend) > LEAST_PROOF) {
        continue;
      }
      double expected = mean(one.before(), one.exposure()) * trend;
      double p = atMost(one.recent(), one.before(), one.exposure(), trend);
      if (one.yearBefore() >= 0) {
        // The same season of the customer's own past needs no trend of all: it has it.
        p = Math.max(p, atMost(one.recent(), one.yearBefore(), window, 1));
        expected = Math.min(expected, mean(one.yearBefore(), window));
      }
      tests.add(warning(one, expected, p));
    }
    return tests;
  }

  /** Fewer, or as many with half their probability: of whole numbers the whole would be too cautious. */
  private double atMost(int recent, int purchases, double exposure, double factor) {
    double own = shape + purchases;
    double growth = window * factor / (rate + exposure);
    return NegativeBinomial.probabilityOfAtMost(recent, own, growth)
        - NegativeBinomial.probability(recent, own, growth) / 2;
  }

  private DropWarning warning(Baseline one, double expected, double p) {
    LocalDate since = since(one);
    Reason fewer = Reason.of("churn.drop.purchases")
        .with("observed", one.recent())
        .with("expected", expected)
        .with("days", window);
    Reason sure = Reason.of("churn.drop.sure").with("p", p).withValue("since", since);
    return new DropWarning(
        base.customer(one.row()),
        DropWarning.Change.PURCHASES,
        expected,
        one.recent(),
        since,
        p,
        List.of(fewer, sure));
  }

  /** The day after the last purchase before which the customer kept the old pace: the split that is most likely. */
  private LocalDate since(Baseline one) {
    int end = Math.toIntExact(base.asOf().toEpochDay());
    int days = one.purchaseDays();
    double best = Double.NEGATIVE_INFINITY;
    int since = end - window;
    for (int i = 1; i < days; i++) {
      double early = Math.max(1, one.day(i) - one.day(0));
      double late = Math.max(1, end - one.day(i) - 1);
      int after = days - 1 - i;
      double gain = i * Math.log(i / early) + (after > 0 ? after * Math.log(after / late) : 0);
      if (i / early > after / late && gain > best) {
        best = gain;
        since = one.day(i) + 1;
      }
    }
    return LocalDate.ofEpochDay(since);
  }
}
