package io.headlesscrm.segmentation.basket;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Transactions and what is in them. An item is in a basket or not: how often does not matter. Neither does the order of
 * baskets or lines. Immutable and thread-safe.
 *
 * <pre>{@code
 * Baskets baskets = Baskets.builder().add("T1", "beer").add("T1", "nappies").add("T2", "beer").build();
 * }</pre>
 */
public final class Baskets {

  private final List<String> ids;

  /** Sorted by name, so that the numbers of items do not depend on the order of lines. */
  private final String[] items;

  private final int[][] contents;
  private final Map<String, String> parents;

  /** Of the baskets that were given one. */
  private final Map<String, LocalDate> days;

  private Baskets(
      List<String> ids,
      String[] items,
      int[][] contents,
      Map<String, String> parents,
      Map<String, LocalDate> days) {
    this.ids = ids;
    this.items = items;
    this.contents = contents;
    this.parents = parents;
    this.days = days;
  }

  /**
   * Starts baskets from lines.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Baskets that have no ids of their own.
   *
   * @param baskets the items of each; an empty basket counts
   * @return the baskets, called 1, 2, 3 and so on
   */
  public static Baskets of(List<? extends Collection<String>> baskets) {
    Map<String, NavigableSet<String>> sets = new LinkedHashMap<>();
    for (int i = 0; i < baskets.size(); i++) {
      sets.put(Integer.toString(i + 1), new TreeSet<>(baskets.get(i)));
    }
    return of(sets, Map.of(), Map.of());
  }

  private static Baskets of(
      Map<String, NavigableSet<String>> sets,
      Map<String, String> parents,
      Map<String, LocalDate> days) {
    NavigableSet<String> names = new TreeSet<>();
    sets.values().forEach(names::addAll);
    String[] items = names.toArray(String[]::new);
    Map<String, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < items.length; i++) {
      numbers.put(items[i], i);
    }
    int[][] contents = sets.values().stream()
        .map(set -> set.stream().mapToInt(item -> number(numbers, item)).toArray())
        .toArray(int[][]::new);
    return new Baskets(List.copyOf(sets.keySet()), items, contents, parents, days);
  }

  private static int number(Map<String, Integer> numbers, String item) {
    return requireNonNull(numbers.get(item));
  }

  /**
   * How many baskets there are.
   *
   * @return at least 0
   */
  public int size() {
    return contents.length;
  }

  /**
   * All items that are in a basket.
   *
   * @return sorted, each once
   */
  public List<String> items() {
    return List.of(items);
  }

  /**
   * In how many baskets some items are together.
   *
   * @param together at least one
   * @return 0 to size; 0 for an item that is in none
   */
  public int count(Collection<String> together) {
    int[] numbers =
        together.stream().mapToInt(item -> Arrays.binarySearch(items, item)).toArray();
    int count = 0;
    for (int[] content : contents) {
      count += Arrays.stream(numbers).allMatch(n -> n >= 0 && Arrays.binarySearch(content, n) >= 0)
          ? 1
          : 0;
    }
    return count;
  }

  /**
   * Some of the baskets, such as those of a segment, a kind of site or a year.
   *
   * @param kept by id
   * @return the baskets whose id is kept
   */
  public Baskets filter(Predicate<String> kept) {
    Map<String, NavigableSet<String>> sets = new LinkedHashMap<>();
    for (int basket = 0; basket < contents.length; basket++) {
      if (kept.test(ids.get(basket))) {
        sets.put(ids.get(basket), names(basket));
      }
    }
    return of(sets, parents, days);
  }

  /**
   * The baskets of some days, such as those of a year.
   *
   * @param from the first day that counts
   * @param to the first day after it that does not
   * @return the baskets of the days in [from, to)
   * @throws IllegalStateException when a basket has no day
   */
  public Baskets within(LocalDate from, LocalDate to) {
    return filter(basket -> {
      LocalDate day = day(basket);
      return !day.isBefore(from) && day.isBefore(to);
    });
  }

  private LocalDate day(String basket) {
    LocalDate day = days.get(basket);
    if (day == null) {
      throw new IllegalStateException(
          "basket " + basket
              + " has no day, each must have one to be found by days. Maybe add its lines with their day?");
    }
    return day;
  }

  private NavigableSet<String> names(int basket) {
    NavigableSet<String> names = new TreeSet<>();
    for (int item : contents[basket]) {
      names.add(items[item]);
    }
    return names;
  }

  /**
   * The baskets with the groups of their items in place of the items.
   *
   * @param groups from an item to its group; an item without one stays
   * @return coarser baskets, in which rules about groups show
   */
  public Baskets rolledUp(Map<String, String> groups) {
    Map<String, NavigableSet<String>> sets = new LinkedHashMap<>();
    for (int basket = 0; basket < contents.length; basket++) {
      NavigableSet<String> set = new TreeSet<>();
      names(basket).forEach(item -> set.add(groups.getOrDefault(item, item)));
      sets.put(ids.get(basket), set);
    }
    return of(sets, Map.of(), days);
  }

  /**
   * The baskets with the groups of their items, and the groups of these, beside the items: rules can mix levels. A set
   * never holds an item and a group that contains it.
   *
   * @param groups from an item or group to the group that contains it
   * @return larger baskets
   * @throws IllegalArgumentException when a group contains itself
   */
  public Baskets extended(Map<String, String> groups) {
    Map<String, NavigableSet<String>> sets = new LinkedHashMap<>();
    for (int basket = 0; basket < contents.length; basket++) {
      NavigableSet<String> set = new TreeSet<>();
      for (String item : names(basket)) {
        set.add(item);
        set.addAll(ancestors(item, groups));
      }
      sets.put(ids.get(basket), set);
    }
    return of(sets, Map.copyOf(groups), days);
  }

  private static List<String> ancestors(String item, Map<String, String> groups) {
    List<String> ancestors = new ArrayList<>();
    for (String group = groups.get(item); group != null; group = groups.get(group)) {
      if (group.equals(item) || ancestors.contains(group)) {
        throw new IllegalArgumentException("group \"" + group
            + "\" contains itself. Maybe two groups name each other as their group?");
      }
      ancestors.add(group);
    }
    return ancestors;
  }

  /** Whether one of the two items is a group that contains the other one. */
  boolean areRelated(int one, int other) {
    return !parents.isEmpty()
        && (ancestors(items[one], parents).contains(items[other])
            || ancestors(items[other], parents).contains(items[one]));
  }

  String item(int number) {
    return items[number];
  }

  /** The number of an item that is in a basket. */
  int number(String item) {
    return Arrays.binarySearch(items, item);
  }

  int itemCount() {
    return items.length;
  }

  /** The items of a basket, ascending; not to be changed. */
  int[] content(int basket) {
    return contents[basket];
  }

  /** Such as {@code 18532 baskets of 3665 items}. */
  @Override
  public String toString() {
    return size() + " baskets of " + items.length + " items";
  }

  /** Collects lines in any order. */
  public static final class Builder {

    private final Map<String, NavigableSet<String>> sets = new TreeMap<>();
    private final Map<String, LocalDate> days = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a line.
     *
     * @param basket the number of the transaction
     * @param item what is in it
     * @return this builder
     */
    public Builder add(String basket, String item) {
      sets.computeIfAbsent(basket, key -> new TreeSet<>()).add(item);
      return this;
    }

    /**
     * Adds a line of a known day.
     *
     * @param basket the number of the transaction
     * @param day when it was; the same for all its lines
     * @param item what is in it
     * @return this builder
     * @throws IllegalArgumentException when the basket is of another day
     */
    public Builder add(String basket, LocalDate day, String item) {
      LocalDate before = days.putIfAbsent(basket, day);
      if (before != null && !before.equals(day)) {
        throw new IllegalArgumentException("basket " + basket + " is of " + before + " and of "
            + day + ", it must be of one day. Maybe the number was given out twice?");
      }
      return add(basket, item);
    }

    /**
     * The baskets.
     *
     * @return in the order of their numbers as text
     */
    public Baskets build() {
      return of(sets, Map.of(), Map.copyOf(days));
    }
  }
}
