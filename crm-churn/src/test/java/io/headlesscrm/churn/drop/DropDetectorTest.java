package io.headlesscrm.churn.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropDetectorTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate END = LocalDate.of(2026, 1, 1);
  private static final int WINDOW = 56;

  /** Purchases of made-up shippers over so many days, and who of them was made to drop. */
  private static final class Shippers {

    private final Draws draws;
    private final int days;
    private final PurchaseLogBuilder purchases = PurchaseLogBuilder.of(EUR);
    private final Set<CustomerId> dropped = new HashSet<>();

    Shippers(long seed, int days) {
      this.draws = new Draws(seed);
      this.days = days;
    }

    /** Buys at random, three times in four weeks on the mean of all, less by the drop in the last eight weeks. */
    void add(String id, double drop, double smaller) {
      CustomerId customer = CustomerId.of(id);
      double perDay = draws.gamma(3) / 28;
      double usual = 3 + draws.normal();
      double day = 60 * draws.uniform();
      while (day < days) {
        boolean late = day >= days - WINDOW;
        if (!late || draws.uniform() >= drop) {
          double amount = Math.exp(usual + 0.4 * draws.normal()) * (late ? 1 - smaller : 1);
          buy(customer, (int) day, (long) (100 * amount) + 1);
        }
        day += draws.exponential() / perDay;
      }
      if (drop > 0 || smaller > 0) {
        dropped.add(customer);
      }
    }

    void everySo(String id, int gap, IntPredicate buys) {
      for (int day = 3; day < days; day += gap) {
        if (buys.test(day)) {
          buy(CustomerId.of(id), day, 1000);
        }
      }
    }

    private void buy(CustomerId customer, int day, long cents) {
      purchases.add(customer, END.minusDays((long) days - day), new Money(cents, EUR));
    }

    CustomerBase base() {
      return purchases.build().asOf(END);
    }
  }

  private static Shippers crowd(long seed, int customers, double drop, double smaller) {
    Shippers shippers = new Shippers(seed, 365);
    for (int i = 0; i < customers; i++) {
      boolean drops = i % 20 == 0;
      shippers.add("K" + i, drops ? drop : 0, drops ? smaller : 0);
    }
    return shippers;
  }

  /**
   * 5 % planted drops in ten bases each: the false part of the warnings is at most the stated one on the mean, and the
   * found part of the drops grows with their size. The floors are the powers of a run with sixty other bases, .002, .055
   * and .453, less four standard errors of this one.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 0.00", "0.8, 0.014", "1.0, 0.36"})
  void detect_plantedDrops_fewFalseAndMoreFoundTheLarger(double drop, double leastPower) {
    double falseParts = 0;
    int found = 0;
    int planted = 0;
    for (int seed = 0; seed < 10; seed++) {
      Shippers shippers = crowd(seed, 1000, drop, 0);
      DropReport report = DropDetector.usual().detect(shippers.base());
      long right = report.warnings().stream()
          .filter(one -> shippers.dropped.contains(one.customer())
              && one.change() == DropWarning.Change.PURCHASES)
          .count();
      falseParts += report.warnings().isEmpty()
          ? 0
          : 1 - (double) right / report.warnings().size();
      found += (int) right;
      planted += shippers.dropped.size();
    }
    assertThat(falseParts / 10).isLessThanOrEqualTo(0.1);
    assertThat((double) found / planted).isGreaterThanOrEqualTo(leastPower);
  }

  @Test
  void detect_nothingChanged_warnsOfNobodyInNineOfTen() {
    int bases = 0;
    for (int seed = 0; seed < 20; seed++) {
      bases += DropDetector.usual()
              .detect(crowd(50 + seed, 400, 0, 0).base())
              .warnings()
              .isEmpty()
          ? 1
          : 0;
    }
    assertThat(bases).isGreaterThanOrEqualTo(15);
  }

  @Test
  void detect_smallerAmounts_areFound() {
    Shippers shippers = crowd(3, 1000, 0, 0.8);
    DropReport report = DropDetector.usual().detect(shippers.base());
    List<DropWarning> amounts = report.warnings().stream()
        .filter(one -> one.change() == DropWarning.Change.AMOUNTS)
        .toList();

    assertThat(amounts).hasSizeGreaterThan(10);
    assertThat(amounts.stream()
            .filter(one -> !shippers.dropped.contains(one.customer()))
            .count())
        .isLessThanOrEqualTo(amounts.size() / 5);
    assertThat(amounts.get(0).reasons().get(0).text(Locale.ENGLISH))
        .matches(
            "[0-9.,]+ EUR per purchase day in the last 56 days where [0-9.,]+ were to be expected");
  }

  /** A shipper of two purchases a week falls silent for the last five weeks; half a year would not show it yet. */
  @Test
  void detect_regularShipperStops_warnedWithWhatChangedSinceWhenAndHowSure() {
    Shippers shippers = crowd(4, 300, 0, 0);
    shippers.everySo("stopped", 3, day -> day < 365 - 56);
    DropReport report = DropDetector.usual().detect(shippers.base());
    DropWarning warning = report.findWarning(CustomerId.of("stopped")).orElseThrow();

    assertThat(warning.change()).isEqualTo(DropWarning.Change.PURCHASES);
    assertThat(warning.observed()).isZero();
    assertThat(warning.expected()).isBetween(14.0, 20.0);
    assertThat(warning.drop()).isEqualTo(1);
    assertThat(warning.since()).isBetween(END.minusDays(60), END.minusDays(55));
    assertThat(warning.pValue()).isLessThan(1e-4);
    assertThat(warning.reasons().get(0).text(Locale.ENGLISH))
        .matches("0 purchase days in the last 56 days where 1[0-9.]+ were to be expected");
    assertThat(warning.reasons().get(1).text(Locale.CHINESE)).contains("2025-11");
  }

  /** G1: half the orders of a frequent shipper are missing. */
  @Test
  void detect_halfTheOrdersOfAFrequentShipper_warned() {
    Shippers shippers = crowd(5, 300, 0, 0);
    shippers.everySo("halved", 1, day -> day < 365 - WINDOW || day % 2 == 0);
    DropReport report = DropDetector.usual().detect(shippers.base());

    assertThat(report.findWarning(CustomerId.of("halved"))).isPresent();
    assertThat(report.findWarning(CustomerId.of("halved")).orElseThrow().drop())
        .isCloseTo(0.5, within(0.1));
  }

  /** G1: who ships every second day from March to October, every year, is not missed in November and December. */
  @Test
  void detect_seasonalShipper_notWarnedOnceThereIsAYearBefore() {
    IntPredicate inSeason = day -> END.minusDays(800L - day).getMonthValue() <= 10;
    Shippers shippers = new Shippers(6, 800);
    for (int i = 0; i < 300; i++) {
      shippers.add("K" + i, 0, 0);
    }
    shippers.everySo("seasonal", 2, inSeason);
    shippers.everySo("stopped", 2, day -> day < 800 - 56);
    DropReport report = DropDetector.usual().detect(shippers.base());

    assertThat(report.findWarning(CustomerId.of("seasonal"))).isEmpty();
    assertThat(report.findWarning(CustomerId.of("stopped"))).isPresent();
  }

  /** What happens to all is nobody's drop: half of everybody's purchases are missing. */
  @Test
  void detect_everybodyBuysLess_isATrendAndNoDrop() {
    Shippers shippers = new Shippers(7, 365);
    for (int i = 0; i < 500; i++) {
      shippers.add("K" + i, 0.5, 0);
    }
    DropReport report = DropDetector.usual().detect(shippers.base());

    assertThat(report.trend()).isCloseTo(0.5, within(0.05));
    assertThat(report.warnings()).hasSizeLessThanOrEqualTo(2);
  }

  /** G1: of new customers nothing is known. */
  @Test
  void detect_newCustomers_areUnknown() {
    Shippers shippers = new Shippers(8, 50);
    for (int i = 0; i < 30; i++) {
      shippers.add("K" + i, 0, 0);
    }
    DropReport report = DropDetector.usual().detect(shippers.base());

    assertThat(report.tested()).isZero();
    assertThat(report.unknown()).isEqualTo(shippers.base().size());
    assertThat(report.warnings()).isEmpty();
    assertThat(DropDetector.usual().detect(Bases.empty()).unknown()).isZero();
  }

  @Test
  void detect_anyBase_isDeterministicAndSorted() {
    CustomerBase base = crowd(9, 1000, 1, 0).base();
    DropReport report = DropDetector.usual().withFalseDiscoveryRate(0.2).detect(base);

    assertThat(report)
        .isEqualTo(DropDetector.usual().withFalseDiscoveryRate(0.2).detect(base));
    assertThat(report.warnings())
        .isSortedAccordingTo((a, b) -> Double.compare(a.pValue(), b.pValue()))
        .hasSizeGreaterThanOrEqualTo(
            DropDetector.usual().detect(base).warnings().size());
    assertThat(DropDetector.usual().withWindow(Horizon.ofWeeks(4)).detect(base).tested())
        .isLessThan(report.tested());
  }

  @Test
  void withFalseDiscoveryRate_impossible_isRefused() {
    assertThatThrownBy(() -> DropDetector.usual().withFalseDiscoveryRate(10))
        .hasMessageContaining("Maybe 0.1 for 10 %?");
  }
}
