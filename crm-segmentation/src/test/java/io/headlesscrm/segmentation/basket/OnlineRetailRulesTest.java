package io.headlesscrm.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.segmentation.OnlineRetail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The 18,532 sales invoices of Online Retail, items by StockCode, beside a count by brute force. */
class OnlineRetailRulesTest {

  private static Collection<Set<String>> invoices;

  @BeforeAll
  static void read() {
    invoices = OnlineRetail.baskets().values();
  }

  @Test
  void frequentSets_twoHundredItems_pairsEqualBruteForce() {
    Baskets baskets = Baskets.of(List.copyOf(invoices));
    List<String> sample = new ArrayList<>(baskets.items());
    Collections.shuffle(sample, new Random(200));
    Set<String> chosen = Set.copyOf(sample.subList(0, 200));
    List<Set<String>> cut = invoices.stream()
        .map(invoice -> invoice.stream().filter(chosen::contains).collect(Collectors.toSet()))
        .toList();
    Map<String, Integer> counted = RuleMiner.of(0.0002, 0).frequentSets(Baskets.of(cut)).stream()
        .filter(set -> set.items().size() == 2)
        .collect(Collectors.toMap(set -> String.join("+", set.items()), ItemSet::count));

    // 0.0002 of 18,532 is 3.7064
    List<String> sorted = chosen.stream().sorted().toList();
    int pairs = 0;
    for (int i = 0; i < sorted.size(); i++) {
      boolean[] holdsOne = holds(cut, sorted.get(i));
      for (int j = i + 1; j < sorted.size(); j++) {
        int count = both(holdsOne, holds(cut, sorted.get(j)));
        assertThat(counted.getOrDefault(sorted.get(i) + "+" + sorted.get(j), 0))
            .isEqualTo(count >= 4 ? count : 0);
        pairs += count >= 4 ? 1 : 0;
      }
    }
    assertThat(pairs).isPositive().isEqualTo(counted.size());
  }

  private final Map<String, boolean[]> held = new HashMap<>();

  private boolean[] holds(List<Set<String>> baskets, String item) {
    return held.computeIfAbsent(item, key -> {
      boolean[] holds = new boolean[baskets.size()];
      for (int i = 0; i < holds.length; i++) {
        holds[i] = baskets.get(i).contains(key);
      }
      return holds;
    });
  }

  private static int both(boolean[] one, boolean[] other) {
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      count += one[i] && other[i] ? 1 : 0;
    }
    return count;
  }

  @Test
  void rules_onePerCent_thresholdsHoldAndEachCountIsTheCount() {
    Baskets baskets = Baskets.of(List.copyOf(invoices));
    List<AssociationRule> rules = RuleMiner.of(0.01, 0.5).rules(baskets);

    assertThat(baskets.size()).isEqualTo(18_532);
    assertThat(rules).isNotEmpty().allSatisfy(rule -> {
      // 1 % of 18,532 is 185.32
      assertThat(rule.count()).isGreaterThanOrEqualTo(186);
      assertThat(2 * rule.count()).isGreaterThanOrEqualTo(rule.antecedentCount());
      assertThat(rule.adjustedPValue()).isBetween(rule.pValue(), 1.0);
    });
    for (AssociationRule rule : rules.subList(0, 20)) {
      assertThat(baskets.count(rule.antecedent())).isEqualTo(rule.antecedentCount());
      assertThat(rule.in(baskets).count()).isEqualTo(rule.count());
    }
  }
}
