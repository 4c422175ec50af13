package io.headlesscrm.churn.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.history.HistoryScorer;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnlineScoresTest {

  private static final Horizon HORIZON = Horizon.ofDays(90);
  private static final CustomerBase BASE = Bases.simulated(200, 3);
  private static final int THROUGH = (int) Bases.AS_OF.toEpochDay() - 1;

  static Stream<Named<HistoryScorer>> scorers() {
    return Stream.of(
        Named.of("BG/NBD", BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426)),
        Named.of("MBG/NBD", MbgNbd.of(TimeScale.WEEK, 0.525, 6.183, 0.891, 1.614)),
        Named.of("Pareto/NBD", ParetoNbd.of(TimeScale.WEEK, 0.553, 10.578, 0.606, 11.669)),
        Named.of("purchase cycle", PurchaseCycle.of(45)));
  }

  private static ChurnScores scores(HistoryScorer scorer, CustomerBase base) {
    return ((ChurnScorer) scorer).score(base, HORIZON);
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void of_base_scoresAsTheScorerDoes(HistoryScorer scorer) {
    OnlineScores online = OnlineScores.of(scorer, HORIZON, BASE);
    ChurnScores scores = scores(scorer, BASE);

    assertThat(online.size()).isEqualTo(BASE.size());
    for (int row = 0; row < BASE.size(); row++) {
      assertThat(online.churnProbability(row)).isEqualTo(scores.churnProbability(row));
      assertThat(online.scoredThrough(row)).isEqualTo(Bases.AS_OF.minusDays(1));
      assertThat(online.explain(row)).isEqualTo(scores.score(row).reasons());
    }
  }

  /** One by one as they come, against a base made of the same purchases at the end. */
  @ParameterizedTest
  @MethodSource("scorers")
  void purchase_oneByOne_isTheBaseOfAllOfThem(HistoryScorer scorer) {
    Random random = new Random(7);
    OnlineScores online = OnlineScores.of(scorer, HORIZON);
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int customer = 0; customer < 90; customer++) {
      assertThat(online.add()).isEqualTo(customer);
    }
    for (int day = 0; day < 60; day++) {
      for (int i = 0; i < 40; i++) {
        int customer = random.nextInt(90);
        online.purchase(customer, day);
        log.add(name(customer), LocalDate.ofEpochDay(day), Money.of("1.00", "EUR"));
      }
    }
    CustomerBase base = log.build().asOf(LocalDate.ofEpochDay(61));
    online.rescoreAll(60);
    ChurnScores scores = scores(scorer, base);

    assertThat(base.size()).isEqualTo(90);
    for (int customer = 0; customer < 90; customer++) {
      int row = base.findRow(name(customer)).orElseThrow();
      assertThat(online.churnProbability(customer)).isEqualTo(scores.churnProbability(row));
    }
  }

  private static CustomerId name(int customer) {
    return CustomerId.of("K" + customer);
  }

  /** The probability that a purchase returns counts its own day as observed. */
  @Test
  void purchase_returnsTheScoreOfTheDayAfter() {
    BgNbd model = BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426);
    OnlineScores online = OnlineScores.of(model, HORIZON);
    int customer = online.add();
    online.purchase(customer, 100);
    online.purchase(customer, 100);
    PurchaseSummary summary = PurchaseSummary.of(3, new int[] {100, 114}, 300, 100, 0);
    double bought = online.purchase(customer, 114);
    int other = online.add();

    assertThat(bought)
        .isEqualTo(online.churnProbability(customer))
        .isEqualTo(online.set(other, summary, 114))
        .isEqualTo(1
            - model.activeProbability(
                PurchaseHistory.of(summary, LocalDate.ofEpochDay(115), TimeScale.WEEK),
                HORIZON.in(TimeScale.WEEK)));
    assertThat(online.rescore(customer, 200)).isGreaterThan(bought);
    assertThat(online.history(customer).age()).isEqualTo(100);
    assertThat(online.explain(customer).get(0).text(Locale.ENGLISH))
        .startsWith("silent for 87 days where");
  }

  @Test
  void purchases_batch_isTheSameAsOneByOne() {
    MbgNbd model = MbgNbd.of(TimeScale.WEEK, 0.525, 6.183, 0.891, 1.614);
    OnlineScores one = OnlineScores.of(model, HORIZON, BASE);
    OnlineScores many = OnlineScores.of(model, HORIZON, BASE);
    int[] customers = new Random(1).ints(500, 0, BASE.size()).toArray();
    double[] batch = new double[500];
    many.purchases(customers, 500, THROUGH + 3, batch);

    double[] alone = Arrays.stream(customers)
        .mapToDouble(each -> one.purchase(each, THROUGH + 3))
        .toArray();
    assertThat(batch).containsExactly(alone);
  }

  @Test
  void add_withoutPurchase_hasNoScore() {
    OnlineScores online = OnlineScores.of(PurchaseCycle.of(45), HORIZON);
    int customer = online.add();

    assertThat(online.churnProbability(customer)).isNaN();
    assertThat(online.rescore(customer, 10)).isNaN();
    assertThat(online.set(customer, PurchaseSummary.empty(), 10)).isNaN();
    assertThatThrownBy(() -> online.explain(customer)).hasMessageContaining("has no purchase");
    assertThat(online).hasToString("1 customers scored within 90 days");
  }

  @Test
  void update_impossible_isRefusedAndChangesNothing() {
    OnlineScores online = OnlineScores.of(PurchaseCycle.of(45), HORIZON);
    int customer = online.add();
    double before = online.purchase(customer, 50);
    PurchaseSummary later = PurchaseSummary.of(1, new int[] {60}, 100, 100, 0);

    assertThatThrownBy(() -> online.purchase(customer, 49))
        .hasMessageContaining("day is 49, it must not be before the last purchase, 50");
    assertThatThrownBy(() -> online.rescore(customer, 49)).hasMessageContaining("day is 49");
    assertThatThrownBy(() -> online.set(customer, later, 59)).hasMessageContaining("day is 59");
    assertThatThrownBy(() -> online.purchase(1, 50)).hasMessageContaining("customer is 1");
    assertThat(online.churnProbability(customer)).isEqualTo(before);
    assertThat(online.history(customer).age()).isZero();
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void purchase_manyTimes_allocatesNothing(HistoryScorer scorer) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled(),
        "skipped: this virtual machine does not count the bytes that a thread allocates");
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OnlineScores online = OnlineScores.of(scorer, HORIZON, BASE);
    int[] customers = new Random(5).ints(64, 0, BASE.size()).toArray();
    double[] probabilities = new double[64];
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = bean.getThreadAllocatedBytes(thread);
      long between = bean.getThreadAllocatedBytes(thread);
      work(online, customers, probabilities, 20 * round);
      long after = bean.getThreadAllocatedBytes(thread);
      // what the question itself takes is no matter of ours
      least = Math.min(least, (after - between) - (between - before));
    }

    // a class that is loaded late allocates in one round; what an update allocates would be in each
    assertThat(least).isZero();
  }

  private static void work(
      OnlineScores online, int[] customers, double[] probabilities, int firstDay) {
    for (int day = firstDay; day < firstDay + 20; day++) {
      for (int customer : customers) {
        online.purchase(customer, THROUGH + day);
        online.rescore(customer, THROUGH + day);
      }
      online.purchases(customers, customers.length, THROUGH + day, probabilities);
    }
  }
}
