package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;

/**
 * Customers who behave as BG/NBD says, at the parameters of the CDNOW sample: first purchases within twelve weeks,
 * observed for thirty-nine.
 *
 * <p>Source of the parameters: Fader, Hardie &amp; Lee (2005), Marketing Science 24(2), table 2,
 * doi:10.1287/mksc.1040.0098.
 */
final class SimulatedBuyers {

  private static final double R = 0.243;
  private static final double ALPHA = 4.414;
  private static final double A = 0.793;
  private static final double B = 2.426;
  private static final int FIRST_PURCHASES_UNTIL = 12 * 7;
  private static final int OBSERVED_UNTIL = 39 * 7;
  private static final LocalDate START = LocalDate.of(1997, 1, 1);
  private static final Currency CURRENCY = Currency.getInstance("USD");

  private final SplittableRandom random;
  private final PurchaseLogBuilder purchases = PurchaseLogBuilder.of(CURRENCY);

  private SimulatedBuyers(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static CustomerBase base(int customers, long seed) {
    SimulatedBuyers buyers = new SimulatedBuyers(seed);
    for (int number = 0; number < customers; number++) {
      buyers.buy(CustomerId.of(String.valueOf(number)));
    }
    return buyers.purchases.build().asOf(START.plusDays(OBSERVED_UNTIL));
  }

  private void buy(CustomerId customer) {
    double ratePerDay = gamma(R) / ALPHA / 7;
    double staying = gamma(B);
    double leaving = gamma(A);
    double chanceToLeave = leaving / (leaving + staying);
    double day = random.nextInt(FIRST_PURCHASES_UNTIL);
    add(customer, day);
    boolean alive = true;
    while (alive) {
      day += random.nextExponential() / ratePerDay;
      add(customer, day);
      alive = day < OBSERVED_UNTIL && random.nextDouble() >= chanceToLeave;
    }
  }

  private void add(CustomerId customer, double day) {
    if (day < OBSERVED_UNTIL) {
      purchases.add(customer, START.plusDays((long) day), new Money(2500, CURRENCY));
    }
  }

  /**
   * A draw from Gamma(shape, 1).
   *
   * <p>Source: Marsaglia &amp; Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3),
   * doi:10.1145/358407.358414.
   */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
