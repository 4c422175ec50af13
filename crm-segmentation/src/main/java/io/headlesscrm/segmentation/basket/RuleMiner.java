package io.headlesscrm.segmentation.basket;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.segmentation.basket.SetMining.Items;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds what is bought together. Thresholds are inclusive and compared as whole numbers: a set in 53 of 265 baskets has
 * a support of 0.2, whatever a division of doubles makes of it. Immutable and thread-safe; the same baskets in any order
 * give the same rules.
 *
 * <pre>{@code
 * List<AssociationRule> rules = RuleMiner.of(0.01, 0.5).rules(baskets);
 * }</pre>
 */
public final class RuleMiner {

  private static final Comparator<List<String>> BY_TEXT =
      Comparator.comparing(items -> String.join("\u0000", items));

  private static final Comparator<AssociationRule> BEST_FIRST = Comparator.comparingDouble(
          AssociationRule::lift)
      .thenComparingInt(AssociationRule::count)
      .reversed()
      .thenComparing(AssociationRule::antecedent, BY_TEXT)
      .thenComparing(AssociationRule::consequent, BY_TEXT);

  private final BigDecimal minSupport;
  private final BigDecimal minConfidence;
  private final int maxConsequent;
  private final int maxLength;
  private final Correction correction;

  private RuleMiner(Builder builder) {
    this.minSupport = builder.minSupport;
    this.minConfidence = builder.minConfidence;
    this.maxConsequent = builder.maxConsequent;
    this.maxLength = builder.maxLength;
    this.correction = builder.correction;
  }

  /**
   * One item on the right side, sets of any length, p-values corrected after Holm.
   *
   * @param minSupport share of the baskets, above 0 and at most 1
   * @param minConfidence in [0, 1]
   * @return the miner
   */
  public static RuleMiner of(double minSupport, double minConfidence) {
    return builder(BigDecimal.valueOf(minSupport), BigDecimal.valueOf(minConfidence))
        .build();
  }

  /**
   * Starts a miner of the host's own.
   *
   * @param minSupport share of the baskets, above 0 and at most 1, exact
   * @param minConfidence in [0, 1], exact
   * @return a builder that is set to {@link #of(double, double)}
   */
  public static Builder builder(BigDecimal minSupport, BigDecimal minConfidence) {
    return new Builder(minSupport, minConfidence);
  }

  /**
   * The sets that are in enough baskets.
   *
   * @param baskets any number
   * @return the most frequent first, ties by length, then by text
   * @throws IllegalArgumentException when there are more than five million
   */
  public List<ItemSet> frequentSets(Baskets baskets) {
    return mine(baskets).entrySet().stream()
        .map(entry ->
            new ItemSet(names(baskets, entry.getKey().numbers()), entry.getValue(), baskets.size()))
        .sorted(Comparator.comparingInt(ItemSet::count)
            .reversed()
            .thenComparingInt(set -> set.items().size())
            .thenComparing(ItemSet::items, BY_TEXT))
        .toList();
  }

  /**
   * The rules that are frequent and sure enough.
   *
   * @param baskets any number
   * @return the highest lift first, ties by count, then by text
   * @throws IllegalArgumentException when there are more than five million frequent sets
   */
  public List<AssociationRule> rules(Baskets baskets) {
    Map<Items, Integer> counts = mine(baskets);
    List<AssociationRule> found = new ArrayList<>();
    counts.forEach((set, count) -> addRules(baskets, counts, set.numbers(), found));
    found.sort(BEST_FIRST);
    double[] pValues =
        correction.adjust(found.stream().mapToDouble(AssociationRule::pValue).toArray());
    return IntStream.range(0, found.size())
        .mapToObj(i -> found.get(i).judged(pValues[i], isRedundant(found.get(i), baskets, counts)))
        .toList();
  }

  private Map<Items, Integer> mine(Baskets baskets) {
    return SetMining.mine(baskets, minCount(baskets.size()), maxLength);
  }

  /** The smallest number of baskets whose share is enough; a set in no basket is never frequent. */
  private int minCount(int baskets) {
    return Math.max(
        1,
        minSupport
            .multiply(BigDecimal.valueOf(baskets))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact());
  }

  private void addRules(
      Baskets baskets, Map<Items, Integer> counts, int[] set, List<AssociationRule> found) {
    for (int size = 1; size <= Math.min(maxConsequent, set.length - 1); size++) {
      for (int[] right : subsets(set, size)) {
        AssociationRule rule = rule(baskets, counts, without(set, right), right);
        if (rule.isAtLeast(minConfidence)) {
          found.add(rule);
        }
      }
    }
  }

  private static AssociationRule rule(
      Baskets baskets, Map<Items, Integer> counts, int[] left, int[] right) {
    int[] both =
        IntStream.concat(Arrays.stream(left), Arrays.stream(right)).sorted().toArray();
    return new AssociationRule(
        names(baskets, left),
        names(baskets, right),
        count(counts, both),
        count(counts, left),
        count(counts, right),
        baskets.size(),
        1,
        false);
  }

  /** Every part of a frequent set is frequent, so that its count is known. */
  private static int count(Map<Items, Integer> counts, int[] set) {
    return requireNonNull(counts.get(new Items(set)));
  }

  /** Whether dropping one item at a time down to nothing keeps the confidence somewhere. */
  private static boolean isRedundant(
      AssociationRule rule, Baskets baskets, Map<Items, Integer> counts) {
    // nothing at all before the consequent: its share of all baskets
    if ((long) rule.consequentCount() * rule.antecedentCount()
        >= (long) rule.count() * rule.baskets()) {
      return true;
    }
    int[] left = numbers(baskets, rule.antecedent());
    int[] right = numbers(baskets, rule.consequent());
    for (int size = 1; size < left.length; size++) {
      for (int[] part : subsets(left, size)) {
        AssociationRule general = rule(baskets, counts, part, right);
        if ((long) general.count() * rule.antecedentCount()
            >= (long) rule.count() * general.antecedentCount()) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<int[]> subsets(int[] set, int size) {
    List<int[]> subsets = new ArrayList<>();
    addSubsets(set, 0, new int[0], size, subsets);
    return subsets;
  }

  private static void addSubsets(
      int[] set, int start, int[] chosen, int size, List<int[]> subsets) {
    if (chosen.length == size) {
      subsets.add(chosen);
      return;
    }
    for (int i = start; i <= set.length - (size - chosen.length); i++) {
      int[] more = Arrays.copyOf(chosen, chosen.length + 1);
      more[chosen.length] = set[i];
      addSubsets(set, i + 1, more, size, subsets);
    }
  }

  private static int[] without(int[] set, int[] part) {
    return Arrays.stream(set)
        .filter(item -> Arrays.binarySearch(part, item) < 0)
        .toArray();
  }

  private static List<String> names(Baskets baskets, int[] numbers) {
    return Arrays.stream(numbers).mapToObj(baskets::item).toList();
  }

  private static int[] numbers(Baskets baskets, List<String> names) {
    return names.stream().mapToInt(baskets::number).toArray();
  }

  /** Such as {@code rules of support 0.01 and confidence 0.5}. */
  @Override
  public String toString() {
    return "rules of support " + minSupport + " and confidence " + minConfidence;
  }

  /** Chooses lengths and correction. */
  public static final class Builder {

    private static final int LONGEST = 30;

    private final BigDecimal minSupport;
    private final BigDecimal minConfidence;
    private int maxConsequent = 1;
    private int maxLength = LONGEST;
    private Correction correction = Correction.HOLM;

    private Builder(BigDecimal minSupport, BigDecimal minConfidence) {
      if (minSupport.signum() <= 0 || minSupport.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("minimum support is " + minSupport
            + ", it must be above 0 and at most 1. Maybe 0.01 is what you want?");
      }
      if (minConfidence.signum() < 0 || minConfidence.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("minimum confidence is " + minConfidence
            + ", it must be in [0, 1]. Maybe 0.5 is what you want?");
      }
      this.minSupport = minSupport;
      this.minConfidence = minConfidence;
    }

    /**
     * How many items may stand on the right side.
     *
     * @param items at least 1, default 1
     * @return this builder
     */
    public Builder maxConsequent(int items) {
      maxConsequent = atLeast(1, items, "maxConsequent");
      return this;
    }

    /**
     * How many items a set may have.
     *
     * @param items 1 to 30, default 30
     * @return this builder
     */
    public Builder maxLength(int items) {
      maxLength = Math.min(LONGEST, atLeast(1, items, "maxLength"));
      return this;
    }

    /**
     * How p-values are corrected.
     *
     * @param correction default {@link Correction#HOLM}
     * @return this builder
     */
    public Builder correction(Correction correction) {
      this.correction = requireNonNull(correction, "correction");
      return this;
    }

    private static int atLeast(int bound, int value, String name) {
      if (value < bound) {
        throw new IllegalArgumentException(
            name + " is " + value + ", it must be at least " + bound);
      }
      return value;
    }

    /**
     * The miner.
     *
     * @return immutable
     */
    public RuleMiner build() {
      return new RuleMiner(this);
    }
  }
}
