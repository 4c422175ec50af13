package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who moved from which segment to which one between two dates, newcomers and those who are gone among them, in customers
 * and in what they spent. Immutable and thread-safe.
 *
 * <pre>{@code
 * MigrationMatrix moved = MigrationMatrix.frozen(Rfm.quintiles(), log.asOf(september), log.asOf(december));
 * moved.share(champions, atRisk);   // of the champions of September
 * moved.stability().psi();          // how far the sizes shifted
 * }</pre>
 *
 * <p>Cut points are frozen at the first date by default. Cut anew at each date, segments keep their sizes whatever
 * happens: when everybody buys less, nobody moves.
 */
public final class MigrationMatrix {

  private final List<Segment> segments;
  private final Currency currency;

  /** Rows are segments before, columns segments after; the last row is for newcomers, the last column for the gone. */
  private final int[][] customers;

  private final long[][] before;
  private final long[][] after;

  private MigrationMatrix(List<Segment> segments, Currency currency) {
    int size = segments.size() + 1;
    this.segments = segments;
    this.currency = currency;
    this.customers = new int[size][size];
    this.before = new long[size][size];
    this.after = new long[size][size];
  }

  /**
   * The movement under the cut points of the first date.
   *
   * @param strategy fitted to the first base
   * @param from the customers as of the first date
   * @param to the customers as of the second date
   * @return the matrix
   */
  public static MigrationMatrix frozen(
      SegmentationStrategy strategy, CustomerBase from, CustomerBase to) {
    SegmentationModel model = strategy.fit(from);
    return of(model.segment(from), model.segment(to));
  }

  /**
   * The movement when each date is cut anew.
   *
   * @param strategy fitted to both bases
   * @param from the customers as of the first date
   * @param to the customers as of the second date
   * @return the matrix
   */
  public static MigrationMatrix rebinned(
      SegmentationStrategy strategy, CustomerBase from, CustomerBase to) {
    return of(strategy.segment(from), strategy.segment(to));
  }

  /**
   * The movement between two segmentations.
   *
   * @param from of the first date
   * @param to of the second date; its base has the same currency
   * @return the matrix, with the segments of both; segments of one code are the same
   * @throws IllegalArgumentException when the currencies differ, or the second date is before the first one
   */
  public static MigrationMatrix of(Segmentation from, Segmentation to) {
    Currency currency = from.base().currency();
    if (!currency.equals(to.base().currency())) {
      throw new IllegalArgumentException("currencies are " + currency + " and "
          + to.base().currency()
          + ", they must be the same. Maybe build both bases with the same ExchangeRates?");
    }
    if (to.base().asOf().isBefore(from.base().asOf())) {
      throw new IllegalArgumentException("from is as of " + from.base().asOf() + " and to as of "
          + to.base().asOf() + ", from must not be later. Maybe the two were swapped?");
    }
    MigrationMatrix matrix = new MigrationMatrix(union(from, to), currency);
    matrix.addThoseOf(from, to);
    matrix.addNewcomers(from, to);
    return matrix;
  }

  private static List<Segment> union(Segmentation from, Segmentation to) {
    Map<String, Segment> byCode = new LinkedHashMap<>();
    from.model().segments().forEach(segment -> byCode.put(segment.code(), segment));
    to.model().segments().forEach(segment -> byCode.putIfAbsent(segment.code(), segment));
    return List.copyOf(byCode.values());
  }

  private void addThoseOf(Segmentation from, Segmentation to) {
    int[] fromIndex = indices(from);
    int[] toIndex = indices(to);
    for (int row = 0; row < from.size(); row++) {
      OptionalInt later = to.base().findRow(from.base().customer(row));
      int column = later.isPresent() ? toIndex[later.getAsInt()] : segments.size();
      add(
          fromIndex[row],
          column,
          from.base().spendMinor(row),
          later.isPresent() ? to.base().spendMinor(later.getAsInt()) : 0);
    }
  }

  private void addNewcomers(Segmentation from, Segmentation to) {
    int[] toIndex = indices(to);
    for (int row = 0; row < to.size(); row++) {
      if (from.base().findRow(to.base().customer(row)).isEmpty()) {
        add(segments.size(), toIndex[row], 0, to.base().spendMinor(row));
      }
    }
  }

  /** The index of each row's segment in this matrix. */
  private int[] indices(Segmentation segmentation) {
    Map<String, Integer> byCode = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      byCode.put(segments.get(i).code(), i);
    }
    int[] indices = new int[segmentation.size()];
    for (int row = 0; row < indices.length; row++) {
      indices[row] = byCode.getOrDefault(segmentation.segment(row).code(), 0);
    }
    return indices;
  }

  private void add(int row, int column, long spentBefore, long spentAfter) {
    customers[row][column]++;
    before[row][column] = Math.addExact(before[row][column], spentBefore);
    after[row][column] = Math.addExact(after[row][column], spentAfter);
  }

  /**
   * The segments of both dates.
   *
   * @return in the order of the model
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * How many customers went from one segment to another one.
   *
   * @param from null for newcomers
   * @param to null for those who are gone
   * @return at least 0
   */
  public int count(@Nullable Segment from, @Nullable Segment to) {
    return customers[index(from)][index(to)];
  }

  private int index(@Nullable Segment segment) {
    if (segment == null) {
      return segments.size();
    }
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).code().equals(segment.code())) {
        return i;
      }
    }
    throw new IllegalArgumentException("segment is " + segment.code() + ", it must be one of "
        + segments + ". Maybe it belongs to another model?");
  }

  /**
   * All flows, those without customers too.
   *
   * @return newcomers last, in the order of the segments; within a segment the gone last
   */
  public List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    for (int row = 0; row < customers.length; row++) {
      for (int column = 0; column < customers.length; column++) {
        if (row < segments.size() || column < segments.size()) {
          flows.add(new Flow(
              at(row),
              at(column),
              customers[row][column],
              new Money(before[row][column], currency),
              new Money(after[row][column], currency)));
        }
      }
    }
    return flows;
  }

  private @Nullable Segment at(int index) {
    return index < segments.size() ? segments.get(index) : null;
  }

  /**
   * The size of a segment at the first date.
   *
   * @param segment null for the newcomers
   * @return at least 0
   */
  public int sizeBefore(@Nullable Segment segment) {
    int size = 0;
    for (int count : customers[index(segment)]) {
      size += count;
    }
    return size;
  }

  /**
   * The size of a segment at the second date.
   *
   * @param segment null for those who are gone
   * @return at least 0
   */
  public int sizeAfter(@Nullable Segment segment) {
    int column = index(segment);
    int size = 0;
    for (int[] row : customers) {
      size += row[column];
    }
    return size;
  }

  /**
   * The share of a segment's customers of the first date who went to another one. The shares of a row add up to 1.
   *
   * @param from null for the newcomers
   * @param to null for those who are gone
   * @return in [0, 1]; NaN for a segment without customers
   */
  public double share(@Nullable Segment from, @Nullable Segment to) {
    return (double) count(from, to) / sizeBefore(from);
  }

  /**
   * How far the sizes of the segments shifted.
   *
   * @return the population stability index, without smoothing unless a segment is empty at one of the dates
   */
  public PopulationStability stability() {
    return PopulationStability.of(sizes(true), sizes(false));
  }

  private int[] sizes(boolean isBefore) {
    return segments.stream()
        .mapToInt(segment -> isBefore ? sizeBefore(segment) : sizeAfter(segment))
        .toArray();
  }

  /**
   * The sizes that the next period of the same length would bring if customers went on to move at the same rates and as
   * many newcomers came into each segment. A projection and no forecast: it knows no season and no trend.
   *
   * @return the expected number of customers by segment; a segment that had no customers is taken to keep its own
   */
  public Map<Segment, Double> outlook() {
    Map<Segment, Double> expected = new LinkedHashMap<>();
    for (Segment to : segments) {
      double sum = count(null, to);
      for (Segment from : segments) {
        double rate = sizeBefore(from) > 0 ? share(from, to) : (from.equals(to) ? 1 : 0);
        sum += sizeAfter(from) * rate;
      }
      expected.put(to, sum);
    }
    return Collections.unmodifiableMap(expected);
  }

  /**
   * Whether customers move at the same rates in another period.
   *
   * @param other of the same segments
   * @return the test of homogeneity over both periods
   */
  public HomogeneityTest homogeneity(MigrationMatrix other) {
    Set<String> codes = new LinkedHashSet<>(codes());
    if (!codes.equals(new LinkedHashSet<>(other.codes()))) {
      throw new IllegalArgumentException("segments are " + other.segments + ", they must be "
          + segments + ". Maybe the two matrices belong to different strategies?");
    }
    return HomogeneityTest.of(rows(), other.rows(segments));
  }

  private List<String> codes() {
    return segments.stream().map(Segment::code).toList();
  }

  private List<int[]> rows() {
    return rows(segments);
  }

  /** One row for each segment of the first date, columns in the order of the given segments, the gone last. */
  private List<int[]> rows(List<Segment> order) {
    List<int[]> rows = new ArrayList<>();
    for (Segment from : order) {
      int[] row = new int[order.size() + 1];
      for (int i = 0; i < order.size(); i++) {
        row[i] = count(from, order.get(i));
      }
      row[order.size()] = count(from, null);
      rows.add(row);
    }
    return rows;
  }

  /** The sizes before and after of segments with customers, such as {@code Champions 490 -> 633, ...}. */
  @Override
  public String toString() {
    List<String> sizes = new ArrayList<>();
    for (Segment segment : segments) {
      if (sizeBefore(segment) + sizeAfter(segment) > 0) {
        sizes.add(segment.code() + " " + sizeBefore(segment) + " -> " + sizeAfter(segment));
      }
    }
    return String.join(", ", sizes);
  }
}
