package io.headlesscrm.churn;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Made-up purchase histories: arbitrary ones for properties, simulated customers for fits. */
public final class Histories {

  private Histories() {}

  /** Any history that can be, from the first day to a century. */
  public static Arbitrary<PurchaseHistory> any() {
    Arbitrary<Integer> x = Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(0)),
        Tuple.of(4, Arbitraries.integers().between(1, 30)),
        Tuple.of(1, Arbitraries.integers().between(31, 20_000)));
    Arbitrary<Double> age = Arbitraries.doubles().between(0, 5_000).ofScale(6);
    Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(8);
    return Combinators.combine(x, age, share)
        .as((purchases, t, part) ->
            new PurchaseHistory(purchases, purchases == 0 ? 0 : part * t, t));
  }

  /** Days as whole numbers, so that equal histories occur. */
  public static Arbitrary<List<PurchaseHistory>> ofDays() {
    Arbitrary<Integer> x = Arbitraries.integers().between(0, 3);
    Arbitrary<Integer> tx = Arbitraries.integers().between(0, 4);
    Arbitrary<Integer> silence = Arbitraries.integers().between(0, 3);
    return Combinators.combine(x, tx, silence)
        .as((purchases, last, rest) ->
            new PurchaseHistory(purchases, purchases == 0 ? 0 : last, last + rest))
        .list()
        .ofMaxSize(60);
  }

  /** A parameter over six orders of magnitude. */
  public static Arbitrary<Double> parameter() {
    return Arbitraries.doubles().between(-3, 3).ofScale(6).map(exponent -> Math.pow(10, exponent));
  }

  public static PurchaseHistogram histogram(TimeScale unit, List<PurchaseHistory> histories) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(unit);
    histories.forEach(one -> builder.add(one.repeatPurchases(), one.recencyOfLast(), one.age()));
    return builder.build();
  }

  /**
   * Customers with the ages 1 to 100 in turn, rates spread exponentially, who leave after a repeat purchase with the
   * given probability.
   */
  public static PurchaseHistogram simulated(
      int customers, double meanRate, double leaving, long seed) {
    Random random = new Random(seed);
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    for (int i = 0; i < customers; i++) {
      double age = 1 + i % 100;
      double rate = -meanRate * Math.log(1 - random.nextDouble());
      int repeats = 0;
      double last = 0;
      double next = -Math.log(1 - random.nextDouble()) / rate;
      while (next < age) {
        repeats++;
        last = next;
        next =
            random.nextDouble() < leaving ? age : next - Math.log(1 - random.nextDouble()) / rate;
      }
      builder.add(repeats, last, age);
    }
    return builder.build();
  }
}
