package io.headlesscrm.segmentation.abc;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fit of ABC saw.
 *
 * @param sizes customers in each class, the best first
 * @param negative customers with a negative value, after the policy of the strategy
 * @param missing customers without a value
 * @param elsewhere customers who would be in another class if classes were cut by the other kind of share at its
 *     default limits; 0 unless there are three classes
 * @param hasValue whether the values add up to more than zero; without, everybody is in the lowest class
 */
public record AbcFit(
    List<Integer> sizes, int negative, int missing, int elsewhere, boolean hasValue) {

  public AbcFit {
    sizes = List.copyOf(sizes);
  }

  static AbcFit of(Abc strategy, ValueColumn column, int[] positions) {
    return new AbcFit(
        sizes(positions, column.size()),
        column.negative(),
        column.missing(),
        elsewhere(strategy, column, positions),
        column.total() > 0);
  }

  static List<Integer> sizes(int[] positions, int size) {
    List<Integer> sizes = new ArrayList<>();
    int before = 0;
    for (int position : positions) {
      sizes.add(position - before);
      before = position;
    }
    sizes.add(size - before);
    return sizes;
  }

  private static int elsewhere(Abc strategy, ValueColumn column, int[] positions) {
    ShareOf other = strategy.shareOf() == ShareOf.VALUE ? ShareOf.CUSTOMERS : ShareOf.VALUE;
    if (positions.length != Abc.defaultLimits(other).size()) {
      return 0;
    }
    int[] others =
        new ClassCuts(column, strategy.boundary(), other).positions(Abc.defaultLimits(other));
    int alike = 0;
    for (int i = 0; i <= others.length; i++) {
      int start = Math.max(start(positions, i), start(others, i));
      int end = Math.min(end(positions, i, column.size()), end(others, i, column.size()));
      alike += Math.max(0, end - start);
    }
    return column.size() - alike;
  }

  private static int start(int[] positions, int index) {
    return index == 0 ? 0 : positions[index - 1];
  }

  private static int end(int[] positions, int index, int size) {
    return index == positions.length ? size : positions[index];
  }

  /** The class of a position, 0 for the best. */
  static int classAt(int position, int[] positions) {
    int index = 0;
    while (index < positions.length && position >= positions[index]) {
      index++;
    }
    return index;
  }
}
