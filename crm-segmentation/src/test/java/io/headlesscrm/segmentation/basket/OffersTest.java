package io.headlesscrm.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import io.headlesscrm.core.sales.campaign.Uplift;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OffersTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** Shops in residential areas (R) sell beer with nappies, those in offices (O) do not. */
  private static Baskets sites() {
    Baskets.Builder baskets = Baskets.builder();
    for (int i = 0; i < 100; i++) {
      addBasket(baskets, "R" + i, i < 30, i < 24 || i >= 90);
      addBasket(baskets, "O" + i, i < 30, i >= 21 && i < 51);
    }
    return baskets.build();
  }

  private static void addBasket(Baskets.Builder baskets, String id, boolean nappies, boolean beer) {
    baskets.add(id, "bag");
    if (nappies) {
      baskets.add(id, "nappies");
    }
    if (beer) {
      baskets.add(id, "beer");
    }
  }

  @Test
  void contrast_beerAndNappies_foundInResidentialAreasAndAbsentElsewhere() {
    Baskets residential = sites().filter(id -> id.startsWith("R"));
    Baskets elsewhere = sites().filter(id -> id.startsWith("O"));
    AssociationRule rule =
        RuleMinerTest.rule(RuleMiner.of(0.1, 0.5).rules(residential), "nappies", "beer");
    Contrast contrast = Contrast.of(rule, residential, elsewhere);

    assertThat(rule.confidence()).isEqualTo(0.8);
    assertThat(rule.lift()).isCloseTo(0.8 / 0.34, within(1e-14));
    assertThat(RuleMiner.of(0.1, 0.5).rules(elsewhere))
        .noneMatch(other -> other.antecedent().equals(List.of("nappies"))
            && other.consequent().equals(List.of("beer")));
    // nine of thirty with nappies, thirty of a hundred anyway: independent
    assertThat(contrast.outside().lift()).isEqualTo(1);
    assertThat(contrast.pValue()).isLessThan(0.001);
    assertThat(contrast.liftRatio()).isEqualTo(contrast.inside().lift());
  }

  /** The same sites a year ago, when nobody in residential areas bought the two together. */
  @Test
  void within_windowOfOneYear_ruleOfThatYearAlone() {
    Baskets.Builder builder = Baskets.builder();
    for (int i = 0; i < 100; i++) {
      LocalDate lastYear = START.minusDays(1 + i);
      builder.add("L" + i, lastYear, i < 30 ? "nappies" : "bag").add("L" + i, lastYear, "bread");
      LocalDate thisYear = START.plusDays(i);
      builder.add("T" + i, thisYear, i < 30 ? "nappies" : "bag");
      builder.add("T" + i, thisYear, i < 24 ? "beer" : "bread");
    }
    Baskets all = builder.build();
    Baskets year = all.within(START, START.plusYears(1));

    assertThat(year.size()).isEqualTo(100);
    assertThat(RuleMinerTest.rule(RuleMiner.of(0.1, 0.5).rules(year), "nappies", "beer")
            .confidence())
        .isEqualTo(0.8);
    assertThat(all.within(START.minusYears(1), START).items()).doesNotContain("beer");
    // both years together: 24 of 60 with nappies
    assertThat(RuleMiner.of(0.1, 0.5).rules(all))
        .noneMatch(rule -> rule.consequent().equals(List.of("beer")));
    assertThat(all.within(START, START.plusDays(1)).count(List.of("nappies", "beer")))
        .isEqualTo(1);
    assertThat(year.rolledUp(Map.of("beer", "drinks"))
            .within(START, START.plusDays(1))
            .items())
        .containsExactly("drinks", "nappies");
    assertThatThrownBy(() -> sites().within(START, START.plusYears(1)))
        .hasMessageContaining("basket O0 has no day");
    assertThatThrownBy(
            () -> Baskets.builder().add("T1", START, "bag").add("T1", START.plusDays(1), "beer"))
        .hasMessageContaining("is of 2026-01-01 and of 2026-01-02");
  }

  /**
   * Customers who buy nappies are offered beer, a quarter of them is left alone; of those with the offer 40 % take it,
   * of the others 10 % buy beer anyway.
   */
  @Test
  void offers_againstAControlGroup_upliftOfThirtyPoints() {
    NextBestOffer offers = NextBestOffer.of(RuleMiner.of(0.05, 0.1).rules(sites()), 0.05);
    Map<CustomerId, Set<String>> bought = new LinkedHashMap<>();
    for (int i = 0; i < 4_000; i++) {
      bought.put(
          CustomerId.of("C" + i), i % 2 == 0 ? Set.of("nappies") : Set.of("nappies", "beer"));
    }
    Map<CustomerId, List<Offer>> made = offers.offers(bought, 1);
    ControlGroup control = new ControlGroup("beer for nappies", 0.25);
    SplittableRandom random = new SplittableRandom(7);
    Set<CustomerId> took = new HashSet<>();
    made.keySet().forEach(customer -> {
      if (random.nextDouble() < (control.contains(customer) ? 0.1 : 0.4)) {
        took.add(customer);
      }
    });

    Uplift uplift = Uplift.of(made.keySet(), control, took::contains);
    assertThat(made).hasSize(2_000).allSatisfy((customer, own) -> {
      assertThat(bought.get(customer)).doesNotContain(own.get(0).item());
    });
    assertThat(uplift.low()).isGreaterThan(0.2);
    assertThat(uplift.low()).isLessThan(0.3);
    assertThat(uplift.high()).isGreaterThan(0.3);
    assertThat(uplift.pValue()).isLessThan(1e-9);
    // the same customers with an offer that does nothing
    Uplift nothing = Uplift.of(made.keySet(), control, customer -> random.nextDouble() < 0.1);
    assertThat(nothing.low()).isLessThan(0);
    assertThat(nothing.high()).isGreaterThan(0);
  }

  @Test
  void offers_itemsNeverBought_surestFirstWithReason() {
    List<AssociationRule> rules = RuleMiner.of(0.05, 0.1).rules(sites());
    NextBestOffer offers = NextBestOffer.of(rules, 0.05);

    assertThat(offers.offers(Set.of("nappies", "bag"), 3)).hasSize(1);
    Offer offer = offers.offers(Set.of("nappies"), 3).get(0);
    assertThat(offer.item()).isEqualTo("beer");
    // 24 + 9 of 60 with nappies, 64 of 200 anyway
    assertThat(offer.toReason())
        .hasToString("beer: 55.0% of those who buy nappies buy it too, 1.72 times as many as of"
            + " others");
    assertThat(offer.toReason().text(Locale.CHINESE)).startsWith("beer：购买 nappies 的客户中有 55.0%");
    assertThat(offers.offers(Set.of("nappies", "beer"), 3)).isEmpty();
    assertThat(offers.offers(Set.of(), 3)).isEmpty();
    assertThat(NextBestOffer.of(rules, 0).offers(Set.of("nappies"), 3)).isEmpty();
  }

  @Test
  void offers_manyCustomers_inTheGivenOrderWithoutThoseWithNothing() {
    NextBestOffer offers = NextBestOffer.of(RuleMiner.of(0.05, 0.1).rules(sites()), 0.05);
    Map<CustomerId, Set<String>> bought = new LinkedHashMap<>();
    bought.put(CustomerId.of("old"), Set.of("nappies"));
    bought.put(CustomerId.of("bag"), Set.of("bag"));
    bought.put(CustomerId.of("new"), Set.of("beer"));

    assertThat(offers.offers(bought, 1).keySet())
        .containsExactly(CustomerId.of("old"), CustomerId.of("new"));
  }

  @Test
  void mine_printerThenInk_countedByHand() {
    Sequences sequences = Sequences.until(START.plusDays(100))
        .add(CustomerId.of("a"), START, "printer")
        .add(CustomerId.of("a"), START.plusDays(30), "ink")
        .add(CustomerId.of("b"), START, "printer")
        .add(CustomerId.of("b"), START.plusDays(31), "ink")
        .add(CustomerId.of("c"), START.plusDays(5), "printer")
        .add(CustomerId.of("c"), START.plusDays(5), "ink")
        .add(CustomerId.of("d"), START.plusDays(70), "printer")
        .add(CustomerId.of("d"), START.plusDays(71), "ink")
        .add(CustomerId.of("e"), START.plusDays(69), "printer")
        .build();

    // d bought too late for 30 days to have passed; the day itself does not count for c
    assertThat(sequences.mine(30, 0.2, 0.25))
        .extracting(FollowRule::toString)
        .containsExactly("printer, then ink within 30 days: 1 of 4");
    // a day more: b counts, and e bought too late
    assertThat(sequences.mine(31, 0.4, 0.5))
        .extracting(FollowRule::toString)
        .containsExactly("printer, then ink within 31 days: 2 of 3");
    // a day less: d bought long enough ago, and so did e; nothing follows for a
    assertThat(sequences.mine(29, 0.2, 0.2))
        .extracting(FollowRule::toString)
        .containsExactly("printer, then ink within 29 days: 1 of 5");
    assertThat(sequences.mine(30, 0.2, 0.25).get(0).toReason())
        .hasToString("within 30 days after printer comes ink: 1 of 4 customers (25.0%)");
    assertThatThrownBy(() -> sequences.mine(0, 1, 1)).hasMessageContaining("Maybe 30");
    assertThatThrownBy(() -> Sequences.until(START).add(CustomerId.of("a"), START, "x"))
        .hasMessageContaining("before the end");
  }
}
