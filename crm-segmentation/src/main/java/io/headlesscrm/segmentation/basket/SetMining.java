package io.headlesscrm.segmentation.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All sets of items that are in enough baskets: each item is the set of its baskets, sets of items are intersected depth
 * first.
 *
 * <p>Source: M. J. Zaki, Scalable algorithms for association mining, IEEE Transactions on Knowledge and Data Engineering
 * 12(3), 2000, doi:10.1109/69.846291 (Eclat).
 */
final class SetMining {

  private static final int MAX_SETS = 5_000_000;

  private final Baskets baskets;
  private final int minCount;
  private final int maxLength;
  private final Map<Items, Integer> counts = new HashMap<>();

  private SetMining(Baskets baskets, int minCount, int maxLength) {
    this.baskets = baskets;
    this.minCount = minCount;
    this.maxLength = maxLength;
  }

  /** Numbers of items, ascending. */
  static final class Items {

    private final int[] numbers;

    Items(int[] numbers) {
      this.numbers = numbers;
    }

    int[] numbers() {
      return numbers;
    }

    Items with(int number) {
      int[] more = Arrays.copyOf(numbers, numbers.length + 1);
      more[numbers.length] = number;
      Arrays.sort(more);
      return new Items(more);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Items that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  /** An item and the baskets that hold it together with the items before it. */
  private static final class Extension {

    private final int item;
    private final long[] where;
    private final int count;

    Extension(int item, long[] where, int count) {
      this.item = item;
      this.where = where;
      this.count = count;
    }

    int item() {
      return item;
    }

    long[] where() {
      return where;
    }

    int count() {
      return count;
    }
  }

  static Map<Items, Integer> mine(Baskets baskets, int minCount, int maxLength) {
    SetMining mining = new SetMining(baskets, minCount, maxLength);
    mining.extend(new Items(new int[0]), mining.singles());
    return mining.counts;
  }

  /** The frequent items, the rarest first: their intersections are the smallest. */
  private List<Extension> singles() {
    int[] sizes = new int[baskets.itemCount()];
    for (int basket = 0; basket < baskets.size(); basket++) {
      for (int item : baskets.content(basket)) {
        sizes[item]++;
      }
    }
    long[][] where = new long[sizes.length][];
    for (int item = 0; item < sizes.length; item++) {
      where[item] = new long[sizes[item] >= minCount ? baskets.size() / Long.SIZE + 1 : 0];
    }
    for (int basket = 0; basket < baskets.size(); basket++) {
      for (int item : baskets.content(basket)) {
        if (sizes[item] >= minCount) {
          where[item][basket / Long.SIZE] |= 1L << basket;
        }
      }
    }
    List<Extension> singles = new ArrayList<>();
    for (int item = 0; item < sizes.length; item++) {
      if (sizes[item] >= minCount) {
        singles.add(new Extension(item, where[item], sizes[item]));
      }
    }
    singles.sort(Comparator.comparingInt(Extension::count).thenComparingInt(Extension::item));
    return singles;
  }

  private void extend(Items prefix, List<Extension> extensions) {
    for (int i = 0; i < extensions.size(); i++) {
      Extension extension = extensions.get(i);
      Items set = prefix.with(extension.item());
      put(set, extension.count());
      if (set.numbers().length < maxLength) {
        extend(set, narrowed(extension, extensions.subList(i + 1, extensions.size())));
      }
    }
  }

  private void put(Items set, int count) {
    counts.put(set, count);
    if (counts.size() > MAX_SETS) {
      throw new IllegalArgumentException("more than " + MAX_SETS
          + " sets are frequent. Maybe raise the minimum support, or set maxLength?");
    }
  }

  private List<Extension> narrowed(Extension extension, List<Extension> later) {
    List<Extension> narrowed = new ArrayList<>();
    for (Extension other : later) {
      if (!baskets.areRelated(extension.item(), other.item())) {
        long[] where = new long[extension.where().length];
        int count = 0;
        for (int word = 0; word < where.length; word++) {
          where[word] = extension.where()[word] & other.where()[word];
          count += Long.bitCount(where[word]);
        }
        if (count >= minCount) {
          narrowed.add(new Extension(other.item(), where, count));
        }
      }
    }
    return narrowed;
  }
}
