package io.headlesscrm.segmentation.basket;

import io.headlesscrm.core.id.CustomerId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows what: of the customers who bought an item, how many bought another one within so many days after. Only
 * purchases whose days have fully passed count, or the last ones would look as if nothing followed. Immutable and
 * thread-safe; built from purchases in any order.
 */
public final class Sequences {

  private final Map<CustomerId, Map<String, NavigableSet<LocalDate>>> days;
  private final LocalDate end;

  private Sequences(Map<CustomerId, Map<String, NavigableSet<LocalDate>>> days, LocalDate end) {
    this.days = days;
    this.end = end;
  }

  /**
   * Starts sequences.
   *
   * @param end the first day of which nothing is known
   * @return an empty builder
   */
  public static Builder until(LocalDate end) {
    return new Builder(end);
  }

  /**
   * The sequences that are frequent and sure enough; thresholds are inclusive and exact.
   *
   * @param withinDays how long after the first item the second one may come, at least 1; the same day does not count
   * @param minSupport share of all customers who bought the one and then the other, above 0
   * @param minConfidence share of those who could have, in [0, 1]
   * @return the surest first, ties by count, then by text
   */
  public List<FollowRule> mine(int withinDays, double minSupport, double minConfidence) {
    if (withinDays < 1 || !(minSupport > 0) || !(minConfidence >= 0)) {
      throw new IllegalArgumentException("days, support and confidence are " + withinDays + ", "
          + minSupport + ", " + minConfidence
          + ", they must be at least 1, above 0 and at least 0. Maybe 30, 0.01 and 0.1?");
    }
    int minCount = BigDecimal.valueOf(minSupport)
        .multiply(BigDecimal.valueOf(days.size()))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
    Map<String, Integer> starts = new TreeMap<>();
    Map<String, Map<String, Integer>> follows = new TreeMap<>();
    days.values().forEach(items -> count(items, withinDays, starts, follows));
    List<FollowRule> rules = new ArrayList<>();
    follows.forEach((first, seconds) -> seconds.forEach((second, count) -> {
      FollowRule rule = new FollowRule(
          first, second, withinDays, count, starts.getOrDefault(first, 0), days.size());
      if (count >= minCount && rule.isAtLeast(BigDecimal.valueOf(minConfidence))) {
        rules.add(rule);
      }
    }));
    rules.sort(Comparator.comparingDouble(FollowRule::confidence)
        .thenComparingInt(FollowRule::count)
        .reversed()
        .thenComparing(FollowRule::first)
        .thenComparing(FollowRule::second));
    return rules;
  }

  /** One customer counts once for an item and once for a pair. */
  private void count(
      Map<String, NavigableSet<LocalDate>> items,
      int withinDays,
      Map<String, Integer> starts,
      Map<String, Map<String, Integer>> follows) {
    items.forEach((first, firstDays) -> {
      // the last day that counts of a window that began then is the day before the end
      NavigableSet<LocalDate> complete = firstDays.headSet(end.minusDays(withinDays), false);
      if (!complete.isEmpty()) {
        starts.merge(first, 1, Integer::sum);
        Map<String, Integer> seconds = follows.computeIfAbsent(first, key -> new HashMap<>());
        items.forEach((second, secondDays) -> {
          if (complete.stream().anyMatch(day -> isFollowed(day, secondDays, withinDays))) {
            seconds.merge(second, 1, Integer::sum);
          }
        });
      }
    });
  }

  private static boolean isFollowed(
      LocalDate day, NavigableSet<LocalDate> secondDays, int withinDays) {
    LocalDate next = secondDays.higher(day);
    return next != null && !next.isAfter(day.plusDays(withinDays));
  }

  /** Collects purchases in any order. */
  public static final class Builder {

    private final LocalDate end;
    private final Map<CustomerId, Map<String, NavigableSet<LocalDate>>> days = new TreeMap<>();

    private Builder(LocalDate end) {
      this.end = end;
    }

    /**
     * Adds a purchase.
     *
     * @param customer who bought
     * @param day when
     * @param item what
     * @return this builder
     * @throws IllegalArgumentException when the day is not before the end
     */
    public Builder add(CustomerId customer, LocalDate day, String item) {
      if (!day.isBefore(end)) {
        throw new IllegalArgumentException("day is " + day + ", it must be before the end, " + end
            + ". Maybe the end is too early?");
      }
      days.computeIfAbsent(customer, key -> new TreeMap<>())
          .computeIfAbsent(item, key -> new TreeSet<>())
          .add(day);
      return this;
    }

    /**
     * The sequences.
     *
     * @return immutable
     */
    public Sequences build() {
      Map<CustomerId, Map<String, NavigableSet<LocalDate>>> copy = new TreeMap<>();
      days.forEach((customer, items) -> {
        Map<String, NavigableSet<LocalDate>> own = new TreeMap<>();
        items.forEach((item, when) -> own.put(item, new TreeSet<>(when)));
        copy.put(customer, own);
      });
      return new Sequences(copy, end);
    }
  }
}
