package io.headlesscrm.churn.propensity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The items of one customer with the days on which they were bought, as days since 1970. Immutable. */
final class ItemHistory {

  static final ItemHistory NONE = of(Map.of());

  private static final int[] NEVER = {};

  private final Map<String, int[]> daysOfItems;
  private final int[] firstDays;
  private final int[] itemDays;
  private final int[] days;

  private ItemHistory(Map<String, int[]> daysOfItems) {
    this.daysOfItems = daysOfItems;
    this.firstDays =
        daysOfItems.values().stream().mapToInt(all -> all[0]).sorted().toArray();
    this.itemDays = all(daysOfItems.values()).sorted().toArray();
    this.days = Arrays.stream(itemDays).distinct().toArray();
  }

  private static IntStream all(Collection<int[]> days) {
    return days.stream().flatMapToInt(Arrays::stream);
  }

  static ItemHistory of(Map<String, Set<Integer>> items) {
    Map<String, int[]> sorted = new HashMap<>();
    items.forEach((item, days) ->
        sorted.put(item, days.stream().mapToInt(Integer::intValue).sorted().toArray()));
    return new ItemHistory(sorted);
  }

  /** The items that were bought before a day. */
  Stream<String> itemsBefore(int end) {
    return daysOfItems.entrySet().stream()
        .filter(item -> item.getValue()[0] < end)
        .map(Map.Entry::getKey);
  }

  /** On how many days before a day an item was bought. */
  int daysOf(String item, int end) {
    return countBefore(daysOfItems.getOrDefault(item, NEVER), end);
  }

  /** The days before a day on which an item was bought, ascending. */
  int[] listDaysOf(String item, int end) {
    int[] all = daysOfItems.getOrDefault(item, NEVER);
    return Arrays.copyOf(all, countBefore(all, end));
  }

  /** On how many days before a day anything was bought. */
  int days(int end) {
    return countBefore(days, end);
  }

  /** How many different items were bought before a day. */
  int breadth(int end) {
    return countBefore(firstDays, end);
  }

  /** How many items were bought before a day, each counted once a day. */
  int itemDays(int end) {
    return countBefore(itemDays, end);
  }

  /** A day may be there several times, so this is no binary search of the library. */
  private static int countBefore(int[] sorted, int end) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
