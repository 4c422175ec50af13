package io.headlesscrm.churn.season;

import static io.headlesscrm.churn.season.SeasonalBases.BY_MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.FitResult.NotFitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeasonalTest {

  private static final LocalDate TWO_YEARS = LocalDate.of(2024, 1, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 1);
  private static final Horizon HOLIDAYS = Horizon.ofDays(61);

  private static Fitted<SeasonalModel> fitted(FitResult<SeasonalModel> result) {
    assertThat(result).isInstanceOf(Fitted.class);
    return (Fitted<SeasonalModel>) result;
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  @Test
  void fit_flatProfile_isExactlyThePlainModel() {
    CustomerBase base = Bases.simulated(300, 4);
    Seasonal flat = Seasonal.bgNbd().withProfile(SeasonalProfile.flat(SeasonGrain.WEEK));
    Fitted<SeasonalModel> fitted = fitted(flat.fit(base));
    BgNbd plain = BgNbd.fit(base).orThrow();
    Horizon horizon = Horizon.ofDays(90);

    assertThat(fitted.model().process().parameters()).isEqualTo(plain.parameters());
    assertThat(fitted.model().forecast(base, horizon)).isEqualTo(plain.forecast(base, horizon));
    for (int row = 0; row < base.size(); row++) {
      assertThat(fitted.model().score(base, horizon).churnProbability(row))
          .isEqualTo(plain.score(base, horizon).churnProbability(row));
    }
  }

  /** Under a net policy too, where a day of returns alone may be the last one. */
  @Test
  void fit_flatProfileNetOfReturns_isExactlyThePlainModel() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 0; i < 60; i++) {
      CustomerId customer = CustomerId.of("K" + i);
      for (int day = i; day < 400; day += 20 + i) {
        builder.add(customer, Bases.START.plusDays(day), Money.of("10.00", "EUR"));
      }
      builder.add(customer, Bases.START.plusDays(405), Money.of("-3.00", "EUR"));
    }
    CustomerBase base = builder.build().asOf(Bases.START.plusDays(420), ReturnsPolicy.NET);
    SeasonalModel seasonal = Seasonal.mbgNbd()
        .withProfile(SeasonalProfile.flat(SeasonGrain.MONTH))
        .fit(base)
        .orThrow();

    assertThat(seasonal.process().parameters())
        .isEqualTo(MbgNbd.fit(base).orThrow().parameters());
    assertThat(seasonal.forecast(base, HOLIDAYS))
        .isEqualTo(MbgNbd.fit(base).orThrow().forecast(base, HOLIDAYS));
  }

  /** Each factor within four standard errors, those of the count of its purchases. */
  @Test
  void fit_twoYearsAndMore_findsTheProfile() {
    CustomerBase base = SeasonalBases.log(4000, BY_MONTH, 500, NOVEMBER, 1).asOf(NOVEMBER);
    for (Seasonal seasonal : List.of(Seasonal.bgNbd(), Seasonal.mbgNbd())) {
      Fitted<SeasonalModel> fitted = fitted(seasonal.fit(base));
      SeasonSample sample = new SeasonSample(base, TimeScale.WEEK, SeasonGrain.MONTH);
      double[] found = fitted.model().profile().factors();

      assertThat(codes(fitted)).isEmpty();
      for (int month = 0; month < 12; month++) {
        assertThat(Math.log(found[month] / BY_MONTH.factors()[month]))
            .as("month %s of %s", month, found)
            .isCloseTo(0, within(4 / Math.sqrt(sample.repeatPurchases(month))));
      }
    }
  }

  /** Raising or lowering any factor makes the purchases, with the ten that steady each slot, less likely. */
  @Test
  void fit_anyOtherProfile_isLessLikely() {
    CustomerBase base = SeasonalBases.log(800, BY_MONTH, 400, TWO_YEARS, 2).asOf(TWO_YEARS);
    SeasonalProfile best = fitted(Seasonal.bgNbd().fit(base)).model().profile();
    double most = penalised(base, best);
    for (int month = 0; month < 12; month++) {
      for (double factor : new double[] {0.97, 1.03}) {
        double[] factors = best.factors();
        factors[month] *= factor;
        assertThat(penalised(base, SeasonalProfile.of(SeasonGrain.MONTH, factors)))
            .as("month %s times %s", month, factor)
            .isLessThan(most);
      }
    }
  }

  private static double penalised(CustomerBase base, SeasonalProfile profile) {
    double steady = Arrays.stream(profile.factors())
        .map(factor -> 10 * Math.log(factor) - 10 * factor)
        .sum();
    return steady
        + fitted(Seasonal.bgNbd().withProfile(profile).fit(base)).diagnostics().logLikelihood();
  }

  /** November and December, from models that have seen two of them: plain BG/NBD expects usual days. */
  @Test
  void forecast_highSeason_isNearTheTruthWhereThePlainModelFallsShort() {
    PurchaseLog log = SeasonalBases.log(6000, BY_MONTH, 900, NOVEMBER.plusDays(61), 3);
    CustomerBase base = log.asOf(NOVEMBER);
    double made = purchases(log.asOf(NOVEMBER.plusDays(61)), base);
    double plain = sum(BgNbd.fit(base).orThrow().forecast(base, HOLIDAYS));
    double seasonal = sum(Seasonal.bgNbd().fit(base).orThrow().forecast(base, HOLIDAYS));

    assertThat(plain / made - 1).isLessThan(-0.3);
    assertThat(seasonal / made - 1).isCloseTo(0, within(0.1));
  }

  private static double purchases(CustomerBase later, CustomerBase base) {
    double purchases = 0;
    for (int row = 0; row < base.size(); row++) {
      purchases += later.repeatPurchases(later.findRow(base.customer(row)).orElseThrow())
          - base.repeatPurchases(row);
    }
    return purchases;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Test
  void fit_lessThanAYear_isRefusedUnlessTheProfileIsKnown() {
    LocalDate early = LocalDate.of(2022, 11, 1);
    CustomerBase base = SeasonalBases.log(500, BY_MONTH, 200, early, 5).asOf(early);
    FitResult<SeasonalModel> learnt = Seasonal.mbgNbd().fit(base);

    assertThat(learnt).isInstanceOf(NotFitted.class);
    assertThat(codes(learnt)).containsExactly("SEASON_TOO_SHORT");
    assertThat(learnt.verdicts().get(0).reason().toString())
        .startsWith("the purchases cover 30")
        .endsWith("at least 365 are needed to learn a season; give a known profile instead");
    SeasonalModel known = Seasonal.mbgNbd().withProfile(BY_MONTH).fit(base).orThrow();
    double plain = sum(MbgNbd.fit(base).orThrow().forecast(base, HOLIDAYS));
    assertThat(sum(known.forecast(base, HOLIDAYS))).isGreaterThan(1.3 * plain);
  }

  @Test
  void fit_noSeasonAndOneYear_saysBoth() {
    LocalDate end = LocalDate.of(2023, 4, 1);
    CustomerBase base = SeasonalBases.log(400, SeasonalProfile.flat(SeasonGrain.MONTH), 300, end, 6)
        .asOf(end);
    FitResult<SeasonalModel> result = Seasonal.bgNbd().fit(base);

    assertThat(codes(result)).contains("SEASON_NOT_SHOWN", "SEASON_SEEN_ONCE");
    assertThat(codes(Seasonal.bgNbd().fit(Bases.empty()))).containsExactly("NO_CUSTOMERS");
  }

  @Test
  void fit_otherUnit_predictsTheSame() {
    CustomerBase base = SeasonalBases.log(500, BY_MONTH, 300, TWO_YEARS, 7).asOf(TWO_YEARS);
    double[] weeks = Seasonal.bgNbd().fit(base).orThrow().forecast(base, HOLIDAYS);
    double[] days =
        Seasonal.bgNbd().withUnit(TimeScale.DAY).fit(base).orThrow().forecast(base, HOLIDAYS);
    for (int row = 0; row < weeks.length; row++) {
      assertThat(days[row]).isCloseTo(weeks[row], within(1e-6 * weeks[row]));
    }
  }

  @Test
  void fit_baseOfSummaries_isTheSame() {
    CustomerBase base = SeasonalBases.log(300, BY_MONTH, 300, TWO_YEARS, 8).asOf(TWO_YEARS);
    Map<CustomerId, PurchaseSummary> summaries = new HashMap<>();
    for (int row = 0; row < base.size(); row++) {
      summaries.put(base.customer(row), base.summary(row));
    }
    CustomerBase kept = CustomerBase.of(summaries, TWO_YEARS, base.currency());
    SeasonalModel one = Seasonal.bgNbd().withGrain(SeasonGrain.WEEK).fit(base).orThrow();
    SeasonalModel two = Seasonal.bgNbd().withGrain(SeasonGrain.WEEK).fit(kept).orThrow();

    assertThat(two.profile()).isEqualTo(one.profile());
    assertThat(two.process()).isEqualTo(one.process());
  }

  @Test
  void score_customer_isExplainedWithTheSeason() {
    CustomerBase base = SeasonalBases.log(300, BY_MONTH, 300, NOVEMBER, 9).asOf(NOVEMBER);
    SeasonalModel model = SeasonalModel.of(BgNbd.of(TimeScale.WEEK, 0.8, 8, 0.8, 2.5), BY_MONTH);
    ChurnScores scores = model.score(base, HOLIDAYS);

    assertThat(scores.score(0).text(Locale.ENGLISH))
        .contains("by the season the next 61 days are worth 112.1 usual ones");
    assertThat(scores.score(0).text(Locale.CHINESE)).contains("未来 61 天相当于 112.1 个平常日");
    assertThat(scores.churnProbability(7))
        .isEqualTo(1
            - model
                .process()
                .activeProbability(model.history(base, 7), model.horizon(NOVEMBER, HOLIDAYS)));
    assertThat(scores.provenance().parameters()).containsEntry("process", "bg-nbd");
  }
}
