package io.headlesscrm.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleMinerTest {

  /** The five baskets of every textbook. */
  private static final Baskets SHOP = Baskets.of(List.of(
      List.of("bread", "milk"),
      List.of("bread", "nappies", "beer", "eggs"),
      List.of("milk", "nappies", "beer", "cola"),
      List.of("bread", "milk", "nappies", "beer"),
      List.of("bread", "milk", "nappies", "cola")));

  /** Source: Tan, Steinbach and Kumar, Introduction to Data Mining, 2005, section 6.1: {milk, nappies} => {beer}. */
  @Test
  void rules_textbook_supportAndConfidenceOfTheBook() {
    AssociationRule rule = rule(RuleMiner.of(0.4, 0.6).rules(SHOP), "milk nappies", "beer");

    assertThat(rule.support()).isEqualTo(0.4);
    assertThat(rule.confidence()).isEqualTo(2 / 3.0);
    assertThat(rule.lift()).isEqualTo(10 / 9.0);
    assertThat(rule.leverage()).isCloseTo(0.4 - 0.6 * 0.6, within(1e-15));
    assertThat(rule.conviction()).isCloseTo(0.4 / (1 / 3.0), within(1e-15));
    // of 10 ways to put 3 beers into 5 baskets, 3 put 2 into these 3 and 1 elsewhere twice, 1 all
    // three
    assertThat(rule.pValue()).isCloseTo((3 * 2 + 1) / 10.0, within(1e-14));
    assertThat(rule.toReason().toString())
        .isEqualTo("who buys milk, nappies also buys beer: 2 of 3 baskets (66.7%), 1.11 times as"
            + " often as others");
    assertThat(rule.toReason().text(Locale.CHINESE)).startsWith("购买 milk, nappies 的也购买 beer");
  }

  @Test
  void frequentSets_textbook_allAtThreeOfFive() {
    assertThat(RuleMiner.of(0.6, 0).frequentSets(SHOP))
        .extracting(ItemSet::toString)
        .containsExactly(
            "{bread} in 4 of 5",
            "{milk} in 4 of 5",
            "{nappies} in 4 of 5",
            "{beer} in 3 of 5",
            "{beer, nappies} in 3 of 5",
            "{bread, milk} in 3 of 5",
            "{bread, nappies} in 3 of 5",
            "{milk, nappies} in 3 of 5");
  }

  /** 53 of 265 is 0.2, although 53 / 265.0 * 265 and 1 / 5.0 go their own ways in doubles. */
  @Test
  void rules_thresholdsExactlyMet_inclusive() {
    List<List<String>> baskets = new ArrayList<>();
    for (int i = 0; i < 265; i++) {
      baskets.add(i < 53 ? List.of("a", "b") : List.of("a"));
    }
    Baskets exact = Baskets.of(baskets);

    assertThat(RuleMiner.of(0.2, 0.2).rules(exact)).hasSize(2);
    assertThat(RuleMiner.builder(new BigDecimal("0.2000000001"), BigDecimal.ZERO)
            .build()
            .rules(exact))
        .isEmpty();
    assertThat(RuleMiner.builder(BigDecimal.valueOf(0.2), new BigDecimal("0.2000000001"))
            .build()
            .rules(exact))
        .extracting(AssociationRule::toString)
        .containsExactly("{b} => {a}: 53 of 53, lift 1.0");
  }

  @Test
  void rules_independentItems_liftOneAndRedundant() {
    Baskets independent =
        Baskets.of(List.of(List.of("a", "b"), List.of("a"), List.of("b"), List.of("c")));
    AssociationRule rule = rule(RuleMiner.of(0.1, 0).rules(independent), "a", "b");

    assertThat(rule.lift()).isEqualTo(1);
    assertThat(rule.leverage()).isZero();
    assertThat(rule.conviction()).isEqualTo(1);
    assertThat(rule.isRedundant()).isTrue();
  }

  @Test
  void rules_longerAntecedentAddsNothing_redundant() {
    Baskets baskets = Baskets.of(List.of(
        List.of("a", "b", "c"),
        List.of("a", "b", "c"),
        List.of("b", "c"),
        List.of("a"),
        List.of()));
    List<AssociationRule> rules = RuleMiner.of(0.2, 0.5).rules(baskets);

    assertThat(rule(rules, "b", "c").isRedundant()).isFalse();
    assertThat(rule(rules, "b", "c").conviction()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(rule(rules, "a b", "c").isRedundant()).isTrue();
  }

  @Test
  void rules_moreThanOneOnTheRight_onlyWhenAsked() {
    RuleMiner one = RuleMiner.of(0.4, 0);
    RuleMiner two = RuleMiner.builder(BigDecimal.valueOf(0.4), BigDecimal.ZERO)
        .maxConsequent(2)
        .build();
    RuleMiner pairs = RuleMiner.builder(BigDecimal.valueOf(0.4), BigDecimal.ZERO)
        .maxConsequent(2)
        .maxLength(2)
        .build();

    assertThat(one.rules(SHOP)).allMatch(rule -> rule.consequent().size() == 1);
    assertThat(two.rules(SHOP)).anyMatch(rule -> rule.consequent().size() == 2);
    assertThat(pairs.rules(SHOP)).noneMatch(rule -> rule.antecedent().size() > 1);
  }

  @Test
  void rules_randomBaskets_equalEveryRuleCountedByHand() {
    Random random = new Random(17);
    for (int i = 0; i < 60; i++) {
      Baskets baskets = random(random);
      Map<String, String> expected = new TreeMap<>();
      List<String> items = baskets.items();
      for (int mask = 1; mask < 1 << items.size(); mask++) {
        addByHand(baskets, chosen(items, mask), expected);
      }
      Map<String, String> found = new TreeMap<>();
      for (AssociationRule rule : RuleMiner.of(0.15, 0.4).rules(baskets)) {
        found.put(rule.antecedent() + ">" + rule.consequent(), counts(rule));
      }

      assertThat(found).isEqualTo(expected);
    }
  }

  private static void addByHand(Baskets baskets, List<String> set, Map<String, String> expected) {
    int count = baskets.count(set);
    if (set.size() > 1 && count > 0 && count * 100 >= 15 * baskets.size()) {
      for (String right : set) {
        List<String> left = set.stream().filter(item -> !item.equals(right)).toList();
        if (count * 10 >= 4 * baskets.count(left)) {
          expected.put(
              left + ">" + List.of(right),
              count + " " + baskets.count(left) + " " + baskets.count(List.of(right)));
        }
      }
    }
  }

  private static String counts(AssociationRule rule) {
    return rule.count() + " " + rule.antecedentCount() + " " + rule.consequentCount();
  }

  private static List<String> chosen(List<String> items, int mask) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if ((mask >> i & 1) == 1) {
        chosen.add(items.get(i));
      }
    }
    return chosen;
  }

  private static Baskets random(Random random) {
    List<TreeSet<String>> baskets = new ArrayList<>();
    for (int i = random.nextInt(90); i >= 0; i--) {
      TreeSet<String> basket = new TreeSet<>();
      for (char item = 'a'; item <= 'g'; item++) {
        if (random.nextInt(3) == 0 || (item > 'd' && basket.contains("a"))) {
          basket.add(Character.toString(item));
        }
      }
      baskets.add(basket);
    }
    return Baskets.of(baskets);
  }

  @Test
  void rules_linesInAnotherOrder_sameRules() {
    List<String[]> lines = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 900; i++) {
      lines.add(new String[] {"T" + random.nextInt(200), "item" + random.nextInt(12)});
    }
    List<String[]> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);

    assertThat(RuleMiner.of(0.02, 0.2).rules(build(shuffled)))
        .isEqualTo(RuleMiner.of(0.02, 0.2).rules(build(lines)))
        .isNotEmpty();
  }

  private static Baskets build(List<String[]> lines) {
    Baskets.Builder builder = Baskets.builder();
    lines.forEach(line -> builder.add(line[0], line[1]));
    return builder.build();
  }

  @Test
  void rules_groupsInPlaceOfItemsOrBeside_neverAnItemWithItsOwnGroup() {
    Map<String, String> groups = Map.of("beer", "drinks", "cola", "drinks", "drinks", "food");
    List<AssociationRule> rolled = RuleMiner.of(0.4, 0.5).rules(SHOP.rolledUp(groups));
    List<AssociationRule> mixed = RuleMiner.of(0.4, 0.5).rules(SHOP.extended(groups));

    assertThat(rule(rolled, "drinks", "nappies").count()).isEqualTo(4);
    assertThat(rule(mixed, "drinks", "nappies").count()).isEqualTo(4);
    assertThat(rule(mixed, "beer", "nappies").count()).isEqualTo(3);
    assertThat(mixed)
        .noneMatch(rule -> rule.toString().contains("beer")
            && (rule.toString().contains("drinks") || rule.toString().contains("food")));
    assertThatThrownBy(() -> SHOP.extended(Map.of("beer", "x", "x", "y", "y", "x")))
        .hasMessageContaining("contains itself");
  }

  @Test
  void rules_noBasketsOrEmptyOnes_none() {
    assertThat(RuleMiner.of(0.01, 0).rules(Baskets.of(List.of()))).isEmpty();
    assertThat(RuleMiner.of(0.01, 0).rules(Baskets.of(List.of(List.of(), List.of()))))
        .isEmpty();
    assertThat(RuleMiner.of(1, 1).rules(Baskets.of(List.of(List.of("a", "b"))))).hasSize(2);
  }

  @Test
  void build_thresholdsOutOfRange_refused() {
    assertThatThrownBy(() -> RuleMiner.of(0, 0.5)).hasMessageContaining("Maybe 0.01");
    assertThatThrownBy(() -> RuleMiner.of(0.1, 50))
        .hasMessageContaining("minimum confidence is 50.0");
    assertThatThrownBy(() -> RuleMiner.builder(BigDecimal.ONE, BigDecimal.ONE).maxConsequent(0))
        .hasMessageContaining("maxConsequent is 0");
  }

  @Test
  void adjust_fourPValues_asInTheTextbooks() {
    double[] p = {0.01, 0.04, 0.03, 0.005};

    assertThat(Correction.NONE.adjust(p)).containsExactly(p);
    assertThat(Correction.BONFERRONI.adjust(p)).containsExactly(0.04, 0.16, 0.12, 0.02);
    // ascending 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1, never falling
    assertThat(Correction.HOLM.adjust(p)).containsExactly(0.03, 0.06, 0.06, 0.02);
    // ascending x 4 / rank: 0.02, 0.02, 0.04, 0.04
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(p)).containsExactly(0.02, 0.04, 0.04, 0.02);
    assertThat(Correction.parse("Holm")).isEqualTo(Correction.HOLM);
    assertThatThrownBy(() -> Correction.parse("x")).hasMessageContaining("benjamini-hochberg");
  }

  static AssociationRule rule(List<AssociationRule> rules, String left, String right) {
    return rules.stream()
        .filter(rule -> String.join(" ", rule.antecedent()).equals(left))
        .filter(rule -> String.join(" ", rule.consequent()).equals(right))
        .findFirst()
        .orElseThrow();
  }
}
