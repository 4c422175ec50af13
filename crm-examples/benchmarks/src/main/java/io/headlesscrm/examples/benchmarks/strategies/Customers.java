package io.headlesscrm.examples.benchmarks.strategies;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import io.headlesscrm.segmentation.value.Potential;
import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Made-up customers who bought three and a half times each on average within five hundred days, with what surveys and
 * the books would say of them. The same number gives the same customers.
 */
final class Customers {

  static final Measure MARGIN = Measure.of("margin", "");
  static final Measure ATTITUDE = Measure.of("attitude", "");
  static final Measure STRENGTH = Measure.of("strength", "points");
  static final Measure DIFFERENTIATION = Measure.of("differentiation", "points");
  static final Measure SATISFACTION = Measure.of("satisfaction", "points");
  static final Measure BOUGHT_CHEAPLY = Measure.of("share bought at a discount", "");
  static final Measure EXPRESS = Measure.of("share of express", "");
  static final Measure PREMIUM = Measure.of("share of premium goods", "");
  static final Measure BRANCH = Measure.of("branch", "");

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
  private static final int DAYS = 500;
  private static final double FURTHER_PURCHASES = 3;
  private static final int BRANCHES = 20;

  private final SplittableRandom random = new SplittableRandom(1);
  private final int size;

  private Customers(int size) {
    this.size = size;
  }

  static CustomerBase base(int size) {
    return new Customers(size).base();
  }

  private CustomerBase base() {
    PurchaseLog log = log();
    CustomerBase base = Potential.addGrowth(log.asOf(AS_OF), log, 180);
    base = DemandRegularity.addVariation(base, log, 30, 12);
    base = drawn(base, MARGIN, share -> 3_000 * share - 500);
    base = drawn(base, ATTITUDE, share -> share);
    base = drawn(base, STRENGTH, Customers::points);
    base = drawn(base, DIFFERENTIATION, Customers::points);
    base = drawn(base, SATISFACTION, Customers::points);
    base = drawn(base, BOUGHT_CHEAPLY, share -> share);
    base = drawn(base, EXPRESS, share -> share);
    base = drawn(base, PREMIUM, share -> share);
    return drawn(base, BRANCH, share -> Math.floor(BRANCHES * share));
  }

  private static double points(double share) {
    return 1 + Math.floor(5 * share);
  }

  private CustomerBase drawn(CustomerBase base, Measure measure, DoubleUnaryOperator value) {
    double[] values = random.doubles(base.size()).map(value).toArray();
    return base.with(measure, values);
  }

  private PurchaseLog log() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int number = 0; number < size; number++) {
      char[] id = ("C" + number).toCharArray();
      int purchases = 1 + (int) (FURTHER_PURCHASES * random.nextExponential());
      for (int i = 0; i < purchases; i++) {
        int day = (int) START.toEpochDay() + random.nextInt(DAYS);
        long cents = 100 + (long) Math.exp(8 + 1.2 * random.nextGaussian());
        log.addRow(id, 0, id.length, day, cents, PurchaseKind.SALE);
      }
    }
    return log.build();
  }
}
