package io.headlesscrm.churn.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.ScoreOutlook;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.drop.DropReport;
import io.headlesscrm.churn.drop.DropWarning;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningRankerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final Horizon HORIZON = Horizon.ofDays(90);

  /** Customers A to F bought once on 1 January; what they are worth and how likely they leave. */
  private static final CustomerBase BASE = base("A", "B", "C", "D", "E", "F");

  private static final double[] PROBABILITIES = {0.9, 0.5, 0.6, 0.2, 0.49, 0.8};
  private static final double[] VALUES = {100, 300, 250, 5000, 5000, 0};

  private static final DropReport DROPS = new DropReport(
      List.of(new DropWarning(
          id("D"),
          DropWarning.Change.PURCHASES,
          4,
          0,
          LocalDate.of(2026, 1, 3),
          0.001,
          List.of(Reason.of("churn.drop.purchases")))),
      6,
      0,
      1,
      0.1);

  private final WarningRanker ranker = WarningRanker.usual();

  @Test
  void rank_byValueAtRisk_likelyOrDroppedOnly() {
    WarningList list = rank(ranker);

    assertThat(list.warnings())
        .extracting(Warning::customer)
        .containsExactly(id("D"), id("C"), id("B"), id("A"));
    assertThat(list.warnings())
        .extracting(Warning::valueAtRisk)
        .containsExactly(1000.0, 150.0, 150.0, 90.0);
    assertThat(list.warnings()).extracting(Warning::rank).containsExactly(1, 2, 3, 4);
    assertThat(list.candidates()).isEqualTo(4);
    assertThat(list.findWarning(id("E"))).isEmpty();
  }

  /** B and C have the same value at risk: the likelier one comes first, though its id comes later. */
  @Test
  void rank_equalValueAtRisk_likelierFirst() {
    assertThat(rank(ranker).warnings())
        .extracting(Warning::customer)
        .containsSubsequence(id("C"), id("B"));
    assertThat(rank(ranker.withLeastProbability(0.6)).warnings())
        .extracting(Warning::customer)
        .containsExactly(id("D"), id("C"), id("A"));
  }

  @Test
  void rank_reasons_valueThenDropThenScoreThenPeers() {
    assertThat(rank(ranker).warnings().get(0).reasons())
        .extracting(Reason::key)
        .containsExactly(
            "churn.value.atRisk", "churn.drop.purchases", "churn.silent", "churn.peers");
    assertThat(rank(ranker).warnings().get(0).reasons().get(0))
        .hasToString("no purchase within 90 days with probability 20.0%: 1,000.00 EUR at risk");
  }

  @Test
  void rank_withOutlook_saysWhenAndWhatWouldChangeIt() {
    ScoreOutlook outlook = ScoreOutlook.of(PurchaseCycle.of(30), BASE, HORIZON);

    List<Warning> warnings = ranker
        .withLeastProbability(0)
        .withCapacity(1)
        .withOutlook(outlook, 0.9)
        .rank(outlook.scores(), row -> 100)
        .warnings();

    assertThat(warnings)
        .singleElement()
        .satisfies(warning -> assertThat(warning.reasons())
            .extracting(Reason::key)
            .endsWith("churn.peers", "churn.outlook.passes", "churn.outlook.purchase"));
  }

  @Test
  void rank_capacity_topOfTheListAndNoMore() {
    assertThat(rank(ranker.withCapacity(2)).warnings()).hasSize(2);
    assertThat(rank(ranker.withCapacity(0)).warnings()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> ranker.withCapacity(-1));
  }

  @Test
  void rank_suppressed_passedOverAndTheNextMovesUp() {
    Suppression complaint = Suppression.openComplaint(id("D")::equals)
        .or(Suppression.when(id("A")::equals, Reason.of("host.no")));

    WarningList list = rank(ranker.withCapacity(2).withSuppression(complaint));

    assertThat(list.contacts()).hasSize(2).extracting(Warning::customer).doesNotContain(id("D"));
    assertThat(list.suppressed())
        .containsExactly(
            new WarningList.Suppressed(id("D"), Reason.of("churn.warning.openComplaint")));
  }

  @Test
  void rank_controlGroup_keptOnTheListAndCostsNoCapacity() {
    CustomerBase many = base(IntStream.range(0, 400).mapToObj(i -> "K" + i).toArray(String[]::new));
    ControlGroup group = new ControlGroup("7", 0.2);
    ChurnScores scores = scores(many, row -> 0.9);
    WarningList list =
        ranker.withCapacity(100).withControlGroup(group).rank(scores, row -> 1000 - row);

    assertThat(list.contacts()).hasSize(100).noneMatch(one -> group.contains(one.customer()));
    assertThat(list.warnings()).allMatch(one -> one.control() == group.contains(one.customer()));
    int last = many.findRow(list.contacts().get(99).customer()).orElseThrow();
    assertThat(list.warnings()).hasSize(last + 1);
  }

  /** Bought for 60 in 31 days of age and one more: 60 * 90 / 90, and within 10 days 60 * 10 / 31. */
  @Test
  void revenueWithin_pastPace_byHand() {
    CustomerBase base = PurchaseLogBuilder.of(Currency.getInstance("EUR"))
        .add(id("A"), LocalDate.of(2026, 1, 1), Money.of("40.00", "EUR"))
        .add(id("A"), LocalDate.of(2026, 1, 9), Money.of("20.00", "EUR"))
        .build()
        .asOf(TODAY);

    assertThat(WarningRanker.revenueWithin(base, HORIZON).applyAsDouble(0)).isEqualTo(60);
    assertThat(WarningRanker.revenueWithin(base, Horizon.ofDays(10)).applyAsDouble(0))
        .isEqualTo(600 / 31.0);
  }

  @Test
  void rank_valueMissingOrNegative_thrown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ranker.rank(scores(BASE, row -> 0.9), row -> Double.NaN))
        .withMessageContaining("value of customer A is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ranker.rank(scores(BASE, row -> 0.9), row -> -1));
  }

  private static WarningList rank(WarningRanker ranker) {
    return ranker.rank(scores(BASE, row -> PROBABILITIES[row]), row -> VALUES[row], DROPS);
  }

  private static ChurnScores scores(CustomerBase base, IntToDoubleFunction probability) {
    return ChurnScores.of(
        base,
        HORIZON,
        Provenance.of("test", Map.of(), base.window(), base.size()),
        probability,
        row -> List.of(Reason.of("churn.silent").with("days", 31).with("usual", 9)));
  }

  private static CustomerBase base(String... customers) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (String customer : customers) {
      builder.add(id(customer), LocalDate.of(2026, 1, 1), Money.of("10.00", "EUR"));
    }
    return builder.build().asOf(TODAY);
  }

  private static CustomerId id(String value) {
    return CustomerId.of(value);
  }
}
