package io.headlesscrm.churn.drop;

import io.headlesscrm.churn.internal.math.NormalTail;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Smaller amounts per purchase day than before. The logarithm of the ratio of the two means, less its median, over its
 * standard deviation: that of one day's logarithm, taken from the quartiles of all customers, times the root of the sum of
 * one over the days before and in the window.
 */
final class AmountDrops {

  /** The quartiles of a normal distribution are so many standard deviations apart. */
  private static final double QUARTILES_APART = 1.3489795003921634;

  private static final int FEWEST_CUSTOMERS = 20;

  /** Amounts have longer tails than the normal distribution: deviations are judged as if they were smaller by this. */
  private static final double CAUTION = 1.25;

  private record Ratio(Baseline baseline, double ln, double spread, double before, double recent) {}

  private final CustomerBase base;
  private final int window;
  private final List<Ratio> ratios;

  private AmountDrops(CustomerBase base, int window, List<Ratio> ratios) {
    this.base = base;
    this.window = window;
    this.ratios = ratios;
  }

  static AmountDrops of(CustomerBase base, List<Baseline> tested, int window) {
    LocalDate start = base.asOf().minusDays(window);
    Optional<CustomerBase> earlier =
        start.isAfter(base.window().start()) ? base.findEarlier(start) : Optional.empty();
    List<Ratio> ratios = new ArrayList<>();
    for (Baseline one : earlier.isPresent() ? tested : List.<Baseline>of()) {
      OptionalInt row = earlier.get().findRow(base.customer(one.row()));
      if (row.isPresent() && one.recent() > 0) {
        double before = earlier.get().spendMinor(row.getAsInt());
        double recent = base.spendMinor(one.row()) - before;
        int daysBefore = one.purchaseDays() - one.recent();
        if (before > 0 && recent > 0) {
          ratios.add(new Ratio(
              one,
              Math.log(recent / one.recent() / (before / daysBefore)),
              Math.sqrt(1.0 / one.recent() + 1.0 / daysBefore),
              before / daysBefore,
              recent / one.recent()));
        }
      }
    }
    return new AmountDrops(base, window, ratios);
  }

  List<DropWarning> tests() {
    if (ratios.size() < FEWEST_CUSTOMERS) {
      return List.of();
    }
    double[] sorted = ratios.stream().mapToDouble(Ratio::ln).sorted().toArray();
    double middle = sorted[sorted.length / 2];
    double[] standard = ratios.stream()
        .mapToDouble(one -> (one.ln() - middle) / one.spread())
        .sorted()
        .toArray();
    double deviation =
        (standard[3 * standard.length / 4] - standard[standard.length / 4]) / QUARTILES_APART;
    List<DropWarning> tests = new ArrayList<>();
    for (Ratio one : ratios) {
      double z = (one.ln() - middle) / (one.spread() * Math.max(deviation, 1e-9) * CAUTION);
      tests.add(warning(one, Math.exp(middle), z < 0 ? NormalTail.twoSided(-z) / 2 : 1));
    }
    return tests;
  }

  private DropWarning warning(Ratio ratio, double trend, double p) {
    double minorPerMajor = Math.pow(10, Money.fractionDigits(base.currency()));
    double expected = ratio.before() * trend / minorPerMajor;
    double observed = ratio.recent() / minorPerMajor;
    LocalDate start = base.asOf().minusDays(window);
    Reason smaller = Reason.of("churn.drop.amounts")
        .with("observed", observed)
        .with("expected", expected)
        .with("days", window)
        .withValue("currency", base.currency().getCurrencyCode());
    Reason sure = Reason.of("churn.drop.sure").with("p", p).withValue("since", start);
    return new DropWarning(
        base.customer(ratio.baseline().row()),
        DropWarning.Change.AMOUNTS,
        expected,
        observed,
        start,
        p,
        List.of(smaller, sure));
  }
}
