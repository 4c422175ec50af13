package io.headlesscrm.segmentation.abc;

import io.headlesscrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers or items by value, the best first and equal values by id ascending as text, with cumulative shares and
 * classes. Immutable and thread-safe.
 */
public final class AbcRanking {

  private final List<Segment> classes;
  private final ValueColumn column;
  private final ValueKeys values;
  private final int[] positions;
  private final IntFunction<String> ids;
  private final int[] order;
  private final long[] cumulated;

  AbcRanking(
      List<Segment> classes,
      ValueColumn column,
      ValueKeys values,
      int[] positions,
      IntFunction<String> ids) {
    this.classes = classes;
    this.column = column;
    this.values = values;
    this.positions = positions;
    this.ids = ids;
    this.order = column.order();
    this.cumulated = column.cumulated();
  }

  /**
   * How many are ranked.
   *
   * @return at least 0; those without a value are not
   */
  public int size() {
    return order.length;
  }

  /**
   * All that are ranked.
   *
   * @return the best first, made one by one while the stream is read
   */
  public Stream<RankedValue> stream() {
    return IntStream.rangeClosed(1, size()).mapToObj(this::ranked);
  }

  /**
   * The customer or item of a rank.
   *
   * @param rank 1 to size
   * @return value, cumulative share and class
   */
  public RankedValue ranked(int rank) {
    int position = rank - 1;
    return new RankedValue(
        rank,
        ids.apply(order[position]),
        values.value(column.keyAt(position)),
        rank < cumulated.length ? share(0, rank) : Double.NaN,
        classes.get(AbcFit.classAt(position, positions)));
  }

  /**
   * What each class holds.
   *
   * @return the best class first, empty ones too
   */
  public List<ClassShare> classes() {
    List<ClassShare> shares = new ArrayList<>();
    List<Integer> sizes = AbcFit.sizes(positions, size());
    int start = 0;
    for (int i = 0; i < sizes.size(); i++) {
      int end = start + sizes.get(i);
      shares.add(new ClassShare(
          classes.get(i), sizes.get(i), (double) sizes.get(i) / size(), share(start, end)));
      start = end;
    }
    return shares;
  }

  /**
   * How unevenly the value is spread, negative values left out.
   *
   * @return the measures of concentration
   */
  public Concentration concentration() {
    return new Concentration(cumulated);
  }

  private double share(int start, int end) {
    int last = cumulated.length - 1;
    return (double) (cumulated[Math.min(end, last)] - cumulated[Math.min(start, last)])
        / cumulated[last];
  }

  /** Such as {@code 4338 ranked: [ClassShare[segment=A, ...], ...]}. */
  @Override
  public String toString() {
    return size() + " ranked: " + classes();
  }
}
