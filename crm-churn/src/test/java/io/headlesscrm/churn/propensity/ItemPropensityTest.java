package io.headlesscrm.churn.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.Ranking;
import io.headlesscrm.churn.signal.Signal;
import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On made-up customers. One in four likes coffee: of its purchases 60 % have coffee, of the others' 3 %. Tea is bought with 15 % of
 * all purchases whoever buys, saffron hardly ever. One in three has a boat and now and then buys rope, the others never. Hats are bought by every second customer, and
 * in the last nine weeks by every other one. Ice is bought less and less.
 */
class ItemPropensityTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2025, 10, 1);
  private static final Horizon HORIZON = Horizon.ofDays(60);
  private static final int CUSTOMERS = 1200;

  private static PurchaseLog log;
  private static ItemPurchases items;
  private static CustomerBase base;

  @BeforeAll
  static void simulate() {
    log = log(1);
    items = items(1);
    base = log.asOf(AS_OF);
  }

  private interface Sink {

    void purchase(CustomerId customer, LocalDate day, List<String> bought);
  }

  /** What comes on the date and later depends on a seed of its own. */
  private static void simulate(long seedOfTheFuture, Sink sink) {
    for (int i = 0; i < CUSTOMERS; i++) {
      Draws draws = new Draws(i);
      double gap = 10 + 40 * draws.uniform();
      boolean isShuffled = false;
      for (double day = 90 * draws.uniform(); day < 340; day += 1 + gap * draws.exponential()) {
        LocalDate date = START.plusDays((long) day);
        if (!date.isBefore(AS_OF) && !isShuffled) {
          draws = new Draws(CUSTOMERS * seedOfTheFuture + i);
          isShuffled = true;
        }
        sink.purchase(CustomerId.of("K" + i), date, basket(i, date, draws));
      }
    }
  }

  private static List<String> basket(int customer, LocalDate day, Draws draws) {
    double coffee = customer % 4 == 0 ? 0.6 : 0.03;
    double rope = customer % 3 == 0 ? 0.06 : 0;
    double hat = (customer % 2 == 0) == day.isBefore(AS_OF.minusDays(63)) ? 0.5 : 0;
    double ice = Math.exp(-ChronoUnit.DAYS.between(START, day) / 100.0);
    double[] chances = {coffee, 0.15, 0.001, rope, 1, hat, ice};
    double[] drawn = chances.clone();
    Arrays.setAll(drawn, i -> draws.uniform());
    List<String> names = List.of("coffee", "tea", "saffron", "rope", "bread", "hat", "ice");
    return IntStream.range(0, chances.length)
        .filter(i -> drawn[i] < chances[i])
        .mapToObj(names::get)
        .toList();
  }

  private static PurchaseLog log(long seedOfTheFuture) {
    PurchaseLogBuilder purchases = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    simulate(
        seedOfTheFuture,
        (customer, day, bought) -> purchases.add(customer, day, Money.of("10.00", "EUR")));
    return purchases.build();
  }

  private static ItemPurchases items(long seedOfTheFuture) {
    ItemPurchases.Builder builder = ItemPurchases.builder();
    simulate(
        seedOfTheFuture,
        (customer, day, bought) -> bought.forEach(item -> builder.add(customer, day, item)));
    return builder.build();
  }

  private static boolean[] outcomes(String item) {
    boolean[] outcomes = new boolean[base.size()];
    for (int row = 0; row < outcomes.length; row++) {
      outcomes[row] =
          items.isBought(base.customer(row), item, AS_OF, AS_OF.plusDays(HORIZON.days()));
    }
    return outcomes;
  }

  private static double[] probabilities(PropensityScores scores) {
    return IntStream.range(0, scores.size()).mapToDouble(scores::probability).toArray();
  }

  private static double[] constant(double value) {
    double[] values = new double[base.size()];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void score_plantedPreference_beatsTheBaseRateAndIsCalibrated() {
    ItemModel model = ItemPropensity.of(items).fit(base, "coffee").orThrow();
    PropensityScores scores = model.score(base, HORIZON);
    boolean[] bought = outcomes("coffee");
    Calibration ours = Calibration.of(probabilities(scores), bought);
    Calibration ofAll = Calibration.of(constant(scores.baseRate()), bought);

    assertThat(model.isBaseRate()).isFalse();
    assertThat(Arrays.stream(probabilities(scores))).allMatch(p -> p >= 0 && p <= 1);
    assertThat(Ranking.of(probabilities(scores), bought).auc()).isGreaterThan(0.8);
    assertThat(ours.compareBrier(ofAll).difference()).isNegative();
    assertThat(ours.compareBrier(ofAll).isSignificant(0.001)).isTrue();
    assertThat(ours.expectedCalibrationError()).isLessThan(0.05);
    assertThat(model.findForwardCheck()).hasValueSatisfying(check -> {
      assertThat(check.isBetterThanBaseRate()).isTrue();
      assertThat(check.auc()).isGreaterThan(0.8);
      assertThat(check.from().plusDays(check.days())).isEqualTo(AS_OF);
    });
  }

  @Test
  void score_likesCoffee_isLikelierThanWhoDoesNot() {
    PropensityScores scores =
        ItemPropensity.of(items).fit(base, "coffee").orThrow().score(base, HORIZON);

    assertThat(scores.likeliest(100))
        .filteredOn(score -> number(score.customer()) % 4 == 0)
        .hasSizeGreaterThan(90);
    assertThat(scores.likeliest(1).get(0).text(Locale.ENGLISH))
        .contains("likely to buy coffee within 60 days: bought coffee on ");
    assertThat(scores.likeliest(1).get(0).text(Locale.CHINESE)).contains("天购买 coffee，最近一次在");
    assertThat(scores.likeliest(CUSTOMERS).get(base.size() - 1).toString())
        .contains("never bought coffee before, counts -");
  }

  /** What happened on the date of the base and later must not change a bit. */
  @Test
  void score_otherFuture_sameToTheBit() {
    CustomerBase other = log(7).asOf(AS_OF);
    ItemPurchases otherItems = items(7);
    PropensityScores scores =
        ItemPropensity.of(items).fit(base, "coffee").orThrow().score(base, HORIZON);
    PropensityScores otherScores =
        ItemPropensity.of(otherItems).fit(other, "coffee").orThrow().score(other, HORIZON);

    assertThat(outcomes("coffee")).isNotEqualTo(outcomesOf(otherItems));
    assertThat(probabilities(otherScores)).isEqualTo(probabilities(scores));
    assertThat(otherScores.baseRate()).isEqualTo(scores.baseRate());
  }

  private static boolean[] outcomesOf(ItemPurchases others) {
    boolean[] outcomes = new boolean[base.size()];
    for (int row = 0; row < outcomes.length; row++) {
      outcomes[row] =
          others.isBought(base.customer(row), "coffee", AS_OF, AS_OF.plusDays(HORIZON.days()));
    }
    return outcomes;
  }

  @Test
  void fit_boughtTooRarely_givesTheBaseRateToAllAndSaysSo() {
    FitResult<ItemModel> fit = ItemPropensity.of(items).fit(base, "saffron");
    ItemModel model = fit.orThrow();
    PropensityScores scores = model.score(base, HORIZON);

    assertThat(fit.verdicts()).extracting(Verdict::code).containsExactly("TOO_RARE");
    assertThat(fit.verdicts().get(0).reason().text(Locale.ENGLISH))
        .contains("bought saffron")
        .contains("at least 30")
        .contains("the base rate stands for all customers");
    assertThat(model.isBaseRate()).isTrue();
    assertThat(model.findForwardCheck()).isEmpty();
    assertThat(probabilities(scores)).containsOnly(model.baseRate(HORIZON));
    assertThat(scores.score(0).reasons().get(0).text(Locale.ENGLISH))
        .contains("of all customers buy saffron within 60 days");
  }

  @Test
  void fit_whatWasLearntDoesNotHold_givesTheBaseRateToAllAndSaysSo() {
    FitResult<ItemModel> fit = ItemPropensity.of(items).fit(base, "hat");
    ItemModel model = fit.orThrow();

    assertThat(fit.verdicts())
        .extracting(Verdict::code)
        .containsExactly("NOT_BETTER_THAN_BASE_RATE");
    assertThat(fit.verdicts().get(0).reason().text(Locale.ENGLISH))
        .contains("from 2025-07-30 on, for 63 days")
        .contains("was not better than the base rate");
    assertThat(model.isBaseRate()).isTrue();
    assertThat(model.findForwardCheck())
        .hasValueSatisfying(check -> assertThat(check.isBetterThanBaseRate()).isFalse());
    assertThat(probabilities(model.score(base, HORIZON))).containsOnly(model.baseRate(HORIZON));
  }

  /** What is bought less and less is expected too often, until the curve of the latest window is there. */
  @Test
  void fit_boughtLessAndLess_isCalibratedDown() {
    FitResult<ItemModel> fit = ItemPropensity.of(items).fit(base, "ice");
    double[] ours = probabilities(fit.orThrow().score(base, HORIZON));

    assertThat(fit.verdicts()).extracting(Verdict::code).containsExactly("CALIBRATED");
    assertThat(Arrays.stream(ours).average().orElseThrow())
        .isLessThan(fit.orThrow().baseRate(HORIZON));
  }

  @Test
  void fit_nothingBoughtOrNoHistory_values() {
    ItemModel unknown = ItemPropensity.of(items).fit(base, "caviar").orThrow();
    FitResult<ItemModel> empty = ItemPropensity.of(items).fit(Bases.empty(), "coffee");
    CustomerBase oneDay = log.asOf(START.plusDays(1));

    assertThat(unknown.baseRate(HORIZON)).isBetween(0.0, 0.001);
    assertThat(empty.verdicts()).extracting(Verdict::code).containsExactly("TOO_LITTLE_TO_LEARN");
    assertThat(ItemPropensity.of(items).fit(oneDay, "coffee").verdicts())
        .extracting(Verdict::code)
        .containsExactly("TOO_LITTLE_TO_LEARN");
  }

  @Test
  void fitFrequent_itemsOfManyCustomers_inTheirOrder() {
    assertThat(ItemPropensity.of(items).fitFrequent(base, 600))
        .containsOnlyKeys(items.frequent(600, AS_OF).toArray(String[]::new))
        .containsKey("bread")
        .doesNotContainKey("saffron");
  }

  /** Most who have a boat have not bought rope yet, so that only the signal knows them. */
  @Test
  void with_signal_isLearntAndNamed() {
    Signal boat = new Signal(
        "boat",
        Reason.of("test.boat"),
        (of, days) -> IntStream.range(0, of.size())
            .mapToDouble(row -> number(of.customer(row)) % 3 == 0 ? 1 : 0)
            .toArray());
    boolean[] bought = outcomes("rope");
    ItemPropensity plain = ItemPropensity.of(items);
    PropensityScores without = plain.fit(base, "rope").orThrow().score(base, HORIZON);
    PropensityScores with =
        plain.with(List.of(boat)).fit(base, "rope").orThrow().score(base, HORIZON);

    assertThat(Ranking.of(probabilities(with), bought)
            .compare(Ranking.of(probabilities(without), bought)))
        .satisfies(gain -> assertThat(gain.difference()).isPositive())
        .satisfies(gain -> assertThat(gain.isSignificant(0.001)).isTrue());
    assertThat(with.score(0).reasons()).extracting(Reason::key).contains("churn.item.signal");
  }

  @Test
  void toAssessment_kindAndValue() {
    PropensityScores scores =
        ItemPropensity.of(items).fit(base, "coffee").orThrow().score(base, HORIZON);
    Assessment fact = scores.toAssessment(3);

    assertThat(fact.kind()).isEqualTo("buys-60d coffee");
    assertThat(Double.parseDouble(fact.value())).isCloseTo(scores.probability(3), within(5e-5));
    assertThat(scores.findScore(base.customer(3)))
        .hasValueSatisfying(score -> assertThat(score.reasons()).isEqualTo(fact.reasons()));
    assertThat(scores.findScore(CustomerId.of("nobody"))).isEmpty();
    assertThatThrownBy(() -> scores.likeliest(-1)).hasMessageContaining("at least 0");
  }

  @Test
  void of_segments_findsWhichItemIsForWhom() {
    ItemPropensity propensity = ItemPropensity.of(items);
    List<PropensityScores> scores = List.of(
        propensity.fit(base, "coffee").orThrow().score(base, HORIZON),
        propensity.fit(base, "saffron").orThrow().score(base, HORIZON));
    List<ItemPosition> positions = Positioning.of(
        scores, customer -> number(customer) % 4 == 0 ? "coffee drinkers" : "others");

    assertThat(positions).hasSize(4);
    assertThat(positions.get(0).segment()).isEqualTo("coffee drinkers");
    assertThat(positions.get(0).item()).isEqualTo("coffee");
    assertThat(positions.get(0).isFor(0.001)).isTrue();
    assertThat(positions.get(0).lift()).isGreaterThan(2);
    assertThat(positions).filteredOn(one -> one.isFor(0.05)).hasSize(1);
    assertThat(positions)
        .filteredOn(one -> one.item().equals("saffron"))
        .allSatisfy(one -> assertThat(one.pValue()).isEqualTo(1));
  }

  /** Lots drawn for the segments: no item is for any of them. */
  @Test
  void of_segmentsByLot_noItemIsForAny() {
    PropensityScores scores =
        ItemPropensity.of(items).fit(base, "coffee").orThrow().score(base, HORIZON);
    Draws draws = new Draws(5);
    List<String> lots = IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> draws.uniform() < 0.5 ? "heads" : "tails")
        .toList();

    assertThat(Positioning.of(List.of(scores), customer -> lots.get(number(customer))))
        .noneMatch(one -> one.pValue() < 0.05);
  }

  private static int number(CustomerId customer) {
    return Integer.parseInt(customer.value().substring(1));
  }
}
