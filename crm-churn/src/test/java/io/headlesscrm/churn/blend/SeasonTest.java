package io.headlesscrm.churn.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2025, 1, 1);
  private static final Currency EUR = Currency.getInstance("EUR");

  private static final Season.Forecaster ONE_A_WEEK = (base, days) -> {
    double[] counts = new double[base.size()];
    Arrays.fill(counts, days / 7);
    return counts;
  };

  /** One customer, on every so many days from the start on, but not in the gap between two dates. */
  private static CustomerBase base(int gap, LocalDate pauseFrom, LocalDate pauseTo) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (LocalDate day = START; day.isBefore(AS_OF); day = day.plusDays(gap)) {
      if (day.isBefore(pauseFrom) || !day.isBefore(pauseTo)) {
        builder.add(CustomerId.of("C"), day, Money.of("1.00", "EUR"));
      }
    }
    return builder.build().asOf(AS_OF);
  }

  /** The year before is 2024-01-03 to 2024-12-31; nothing is bought in its first eight weeks. */
  @Test
  void factor_pauseOfAYearBefore_byHand() {
    LocalDate year = AS_OF.minusDays(364);
    Season season = Season.of(base(7, year, year.plusDays(56)), ONE_A_WEEK).orElseThrow();

    assertThat(season.factor(AS_OF, 56)).isEqualTo(0.5);
    assertThat(season.factor(AS_OF.plusDays(56), 308)).isCloseTo(1, within(1e-12));
    assertThat(season.factor(AS_OF, 112)).isCloseTo(0.5, within(1e-12));
    assertThat(season.factor(AS_OF, 168)).isCloseTo(16 / 24.0, within(1e-12));
    assertThat(season.factor(AS_OF, 364)).isCloseTo(44 / 52.0, within(1e-12));
    assertThat(season.factor(AS_OF, 728)).isCloseTo(44 / 52.0, within(1e-12));
    // half of a step of four weeks, and the first days of the year after
    assertThat(season.factor(AS_OF.plusDays(56), 14)).isCloseTo(1, within(1e-12));
    assertThat(season.factor(AS_OF.plusDays(364), 168)).isCloseTo(16 / 24.0, within(1e-12));
  }

  @Test
  void factor_twiceAsMuchAndMore_isBounded() {
    Season season = Season.of(base(2, START, START), ONE_A_WEEK).orElseThrow();

    assertThat(season.factor(AS_OF, 90)).isEqualTo(2);
    assertThat(Season.read(season.toJson())).isEqualTo(season);
  }

  @Test
  void of_lessThanAYearAndEightWeeks_unknown() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int day = 0; day < 420; day += 7) {
      builder.add(CustomerId.of("C"), START.plusDays(day), Money.of("1.00", "EUR"));
    }
    PurchaseLog log = builder.build();

    assertThat(Season.of(log.asOf(START.plusDays(419)), ONE_A_WEEK)).isEmpty();
    assertThat(Season.of(log.asOf(START.plusDays(420)), ONE_A_WEEK)).isPresent();
  }

  /** Made-up customers who buy twice as often in one half of the year, seen for two and a half years. */
  private static PurchaseLog seasonal(int customers) {
    Random random = new Random(5);
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int i = 0; i < customers; i++) {
      double perDay = 1 / (20 + 60 * random.nextDouble());
      double day = random.nextInt(300);
      while (day < 1_100) {
        builder.add(CustomerId.of("K" + i), START.plusDays((long) day), Money.of("9.00", "EUR"));
        double pace = START.plusDays((long) day).getMonthValue() > 6 ? 2 : 1;
        day += 1 - Math.log(1 - random.nextDouble()) / (perDay * pace);
      }
    }
    return builder.build();
  }

  /** Before a busy and before a quiet half of the year the count of all comes closer to what is bought. */
  @ParameterizedTest
  @ValueSource(strings = {"2025-07-01", "2025-01-01"})
  void forecast_seasonalPurchases_biasFalls(LocalDate asOf) {
    PurchaseLog log = seasonal(1_000);
    CustomerBase base = log.asOf(asOf, ReturnsPolicy.SALES);
    Blend blend = Blend.fit(base).orThrow();
    CustomerBase later = log.asOf(asOf.plusDays(90), ReturnsPolicy.SALES);
    double bought = 0;
    for (int row = 0; row < base.size(); row++) {
      int then = later.findRow(base.customer(row)).orElseThrow();
      bought += later.repeatPurchases(then) - base.repeatPurchases(row);
    }
    double plain =
        Arrays.stream(Blend.counts(base, 90, blend.pool(), blend.findLearned())).sum();
    double corrected = Arrays.stream(blend.forecast(base, Horizon.ofDays(90))).sum();

    assertThat(Math.abs(corrected / bought - 1)).isLessThan(Math.abs(plain / bought - 1));
  }
}
