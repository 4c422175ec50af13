package io.headlesscrm.examples.analyse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.BacktestReport;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HindsightTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final Horizon HORIZON = Horizon.ofDays(60);

  private static PurchaseLog log(int customers, int days) {
    Random random = new Random(1);
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(log, "first", 0);
    add(log, "last", days - 1);
    for (int i = 0; i < customers; i++) {
      double mean = 5 + 60 * random.nextDouble();
      double day = random.nextInt(days);
      while (day < days) {
        add(log, "K" + i, (int) day);
        day += 1 - mean * Math.log(1 - random.nextDouble());
      }
    }
    return log.build();
  }

  private static void add(PurchaseLogBuilder log, String customer, int day) {
    log.add(CustomerId.of(customer), START.plusDays(day), Money.of("10.00", "EUR"));
  }

  private static Hindsight of(PurchaseLog log, LocalDate asOf) {
    return Hindsight.of(log, asOf, ReturnsPolicy.SALES, HORIZON);
  }

  private static String why(Hindsight hindsight) {
    return ((Hindsight.Unseen) hindsight).why().text(Locale.ENGLISH);
  }

  @Test
  void of_longEnough_testsOnTheLastWindow() {
    PurchaseLog log = log(400, 300);
    LocalDate cutoff = START.plusDays(239);
    Hindsight.Seen seen = (Hindsight.Seen) of(log, START.plusDays(300));
    BacktestReport apart = Backtest.of().with(Blend.NAME, Blend::fit).run(log, cutoff, HORIZON);

    assertThat(seen.tracking().cutoff()).isEqualTo(cutoff);
    assertThat(seen.tracking().weeks()).hasSize(26 + 8);
    assertThat(seen.report().outcome().base().asOf()).isEqualTo(cutoff.plusDays(1));
    assertThat(seen.judgement().ranking().auc())
        .isEqualTo(apart.findJudgement(Blend.NAME).orElseThrow().ranking().auc());
  }

  /** What was bought after the date of the report changes nothing. */
  @Test
  void of_earlierDate_doesNotLookBeyondIt() {
    LocalDate asOf = START.plusDays(250);
    Hindsight.Seen seen = (Hindsight.Seen) of(log(400, 300), asOf);
    PurchaseLogBuilder more = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(more, "K1", 260);
    add(more, "somebody else", 250);
    Hindsight.Seen other = (Hindsight.Seen) of(log(400, 300).merge(more.build()), asOf);

    assertThat(other.tracking()).isEqualTo(seen.tracking());
    assertThat(other.judgement().ranking().auc())
        .isEqualTo(seen.judgement().ranking().auc());
  }

  @Test
  void of_horizonBelowAWeek_hasNoWeekAfterTheCutoff() {
    Hindsight.Seen seen = (Hindsight.Seen)
        Hindsight.of(log(400, 300), START.plusDays(300), ReturnsPolicy.SALES, Horizon.ofDays(5));

    assertThat(seen.tracking().weeks())
        .hasSize(26)
        .allSatisfy(week -> assertThat(week.expected()).isEmpty());
  }

  @Test
  void of_shortHistory_saysHowMuchItTakes() {
    assertThat(of(log(50, 120), START.plusDays(120))).isInstanceOf(Hindsight.Seen.class);
    assertThat(why(of(log(50, 119), START.plusDays(119))))
        .isEqualTo("The data cover 119 days; a test on the last window takes at least 120,"
            + " a window to learn from and one to look at.");
  }

  @Test
  void of_windowsWithoutAnAnswer_sayWhy() {
    PurchaseLogBuilder silent = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(silent, "a", 0);
    add(silent, "a", 9);
    add(silent, "b", 200);
    PurchaseLogBuilder loyal = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(loyal, "a", 0);
    add(loyal, "a", 9);
    add(loyal, "a", 200);
    PurchaseLogBuilder once = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(once, "a", 0);
    add(once, "b", 200);
    LocalDate end = START.plusDays(201);

    assertThat(why(of(log(50, 300), START.plusDays(301))))
        .contains("before the date of the report");
    assertThat(why(of(silent.build(), end))).contains("None of the customers of 2025-05-21");
    assertThat(why(of(loyal.build(), end))).contains("All customers of 2025-05-21");
    assertThat(why(of(once.build(), end))).contains("Nothing could be fitted");
  }
}
