package io.headlesscrm.churn.season;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CDNOW sample to the end of its 18 months: purchases expected of all customers against those that were made. */
class CdnowSeasonTest {

  private static final LocalDate END = LocalDate.of(1998, 7, 1);

  private static PurchaseLog log() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("USD"));
    SharedData.lines("data/cdnow/CDNOW_sample.txt").forEach(line -> {
      String[] cells = line.strip().split(" +", -1);
      builder.add(
          CustomerId.of(cells[1]),
          LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
          Money.of(cells[4], "USD"));
    });
    return builder.build();
  }

  private static double bias(PurchaseLog log, LocalDate asOf, PurchaseForecaster model) {
    CustomerBase base = log.asOf(asOf);
    CustomerBase later = log.asOf(END);
    double made = 0;
    for (int row = 0; row < base.size(); row++) {
      made += later.repeatPurchases(row) - base.repeatPurchases(row);
    }
    Horizon horizon = Horizon.ofDays((int) (END.toEpochDay() - asOf.toEpochDay()));
    return Arrays.stream(model.forecast(base, horizon)).sum() / made - 1;
  }

  /** Where January to March have been seen twice, the spring is forecast better than without a season. */
  @ParameterizedTest
  @ValueSource(strings = {"1998-04-01", "1998-05-01"})
  void forecast_spring_isLessOffThanWithoutASeason(LocalDate asOf) {
    PurchaseLog log = log();
    CustomerBase base = log.asOf(asOf);
    double plain = bias(log, asOf, BgNbd.fit(base).orThrow());
    double seasonal = bias(log, asOf, Seasonal.bgNbd().fit(base).orThrow());

    assertThat(plain).isPositive();
    assertThat(seasonal).isBetween(0.0, plain * 0.6);
  }

  /**
   * All customers came in the first quarter, so that after one year its season cannot be told from what new customers
   * do: the forecast of the next half-year is worse than without, and the fit warns of it.
   */
  @Test
  void fit_oneYearOfOneCohort_warnsThatItSawEverySeasonOnce() {
    PurchaseLog log = log();
    LocalDate asOf = LocalDate.of(1998, 1, 1);
    CustomerBase base = log.asOf(asOf);

    assertThat(Seasonal.bgNbd().fit(base).verdicts().stream().map(Verdict::code))
        .contains("SEASON_SEEN_ONCE");
    assertThat(bias(log, asOf, Seasonal.bgNbd().fit(base).orThrow()))
        .isGreaterThan(bias(log, asOf, BgNbd.fit(base).orThrow()));
  }
}
