package io.headlesscrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One segment for each customer of a base. Customers come in the order of their ids, segments in the order of the
 * model. Explanations are made when they are asked for. Immutable and thread-safe.
 *
 * <pre>{@code
 * Segmentation rfm = Rfm.quintiles().segment(base);
 * rfm.counts();                                // {Champions=633, Loyal Customers=819, ...}
 * rfm.explain(CustomerId.of("17850"));         // why, and what would change it
 * }</pre>
 */
public final class Segmentation {

  private final SegmentationModel model;
  private final CustomerBase base;
  private final List<Segment> segments;
  private final short[] segmentOfRow;
  private final IntFunction<List<Reason>> reasons;

  private Segmentation(
      SegmentationModel model,
      CustomerBase base,
      short[] segmentOfRow,
      IntFunction<List<Reason>> reasons) {
    this.model = model;
    this.base = base;
    this.segments = List.copyOf(model.segments());
    this.segmentOfRow = segmentOfRow;
    this.reasons = reasons;
  }

  /**
   * The result of a model, for those who write one.
   *
   * @param model whose segments are given
   * @param base whose customers are segmented
   * @param segmentOfRow from a row of the base to an index into the model's segments; asked once for each row
   * @param reasons from a row of the base to the reasons of its segment; asked when somebody wants to know
   * @return the segmentation
   * @throws IllegalArgumentException when an index is not one of the model's segments
   */
  public static Segmentation of(
      SegmentationModel model,
      CustomerBase base,
      IntUnaryOperator segmentOfRow,
      IntFunction<List<Reason>> reasons) {
    int known = Math.min(model.segments().size(), Short.MAX_VALUE);
    short[] indices = new short[base.size()];
    for (int row = 0; row < indices.length; row++) {
      int index = segmentOfRow.applyAsInt(row);
      if (index < 0 || index >= known) {
        throw new IllegalArgumentException("segment of customer " + base.customer(row) + " is "
            + index + ", it must be from 0 to " + (known - 1)
            + ". Maybe the model does not list all its segments?");
      }
      indices[row] = (short) index;
    }
    return new Segmentation(model, base, indices, requireNonNull(reasons, "reasons"));
  }

  /**
   * The frozen model behind this result.
   *
   * @return the model
   */
  public SegmentationModel model() {
    return model;
  }

  /**
   * The customers.
   *
   * @return the base that was segmented
   */
  public CustomerBase base() {
    return base;
  }

  /**
   * How many customers there are.
   *
   * @return at least 0
   */
  public int size() {
    return segmentOfRow.length;
  }

  /**
   * The segment of a row.
   *
   * @param row of the base, 0 to size - 1
   * @return its segment
   */
  public Segment segment(int row) {
    return segments.get(segmentOfRow[row]);
  }

  /**
   * The segment of a customer, if the customer is in the base.
   *
   * @param customer any
   * @return empty for a customer who is not in the base
   */
  public Optional<Segment> findSegment(CustomerId customer) {
    return base.findRow(customer).stream().mapToObj(this::segment).findFirst();
  }

  /**
   * The number of customers in each segment of the model, those without customers too.
   *
   * @return in the order of the model; the numbers add up to the size
   */
  public Map<Segment, Integer> counts() {
    int[] counts = new int[segments.size()];
    for (short index : segmentOfRow) {
      counts[index]++;
    }
    Map<Segment, Integer> bySegment = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      bySegment.put(segments.get(i), counts[i]);
    }
    return Collections.unmodifiableMap(bySegment);
  }

  /**
   * What the customers of each segment spent under the policy of the base.
   *
   * @return in the order of the model; the amounts add up to the total of the base
   * @throws ArithmeticException when a sum does not fit a long of minor units
   */
  public Map<Segment, Money> spend() {
    long[] sums = new long[segments.size()];
    for (int row = 0; row < segmentOfRow.length; row++) {
      int index = segmentOfRow[row];
      sums[index] = Math.addExact(sums[index], base.spendMinor(row));
    }
    Map<Segment, Money> bySegment = new LinkedHashMap<>();
    for (int i = 0; i < sums.length; i++) {
      bySegment.put(segments.get(i), new Money(sums[i], base.currency()));
    }
    return Collections.unmodifiableMap(bySegment);
  }

  /**
   * The customers of a segment.
   *
   * @param segment any
   * @return in the order of their ids; empty when there are none
   */
  public List<CustomerId> members(Segment segment) {
    int index = segments.indexOf(segment);
    return IntStream.range(0, size())
        .filter(row -> segmentOfRow[row] == index)
        .mapToObj(base::customer)
        .toList();
  }

  /**
   * Why a customer is in its segment.
   *
   * @param customer of the base
   * @return the numbers behind it and the distance to the neighbouring segments
   * @throws IllegalArgumentException when the customer is not in the base
   */
  public Explanation explain(CustomerId customer) {
    return explain(base.findRow(customer)
        .orElseThrow(() -> new IllegalArgumentException("customer is " + customer
            + ", it must be one of the " + base + ". Maybe the customer bought later?")));
  }

  /**
   * Why the customer of a row is in its segment.
   *
   * @param row of the base, 0 to size - 1
   * @return the numbers behind it and the distance to the neighbouring segments
   */
  public Explanation explain(int row) {
    return new Explanation(base.customer(row), segment(row), reasons.apply(row));
  }

  /**
   * All assignments as facts that a host stores, each with its explanation.
   *
   * @return one for each customer, made one by one while the stream is read
   */
  public Stream<Assessment> assessments() {
    return IntStream.range(0, size()).mapToObj(this::assessment);
  }

  private Assessment assessment(int row) {
    return Assessment.of(
        base.customer(row),
        model.kind(),
        segment(row).code(),
        base.asOf(),
        reasons.apply(row),
        model.provenance());
  }

  /** Such as {@code rfm: {Champions=633, ...}}. */
  @Override
  public String toString() {
    return model.kind() + ": " + counts();
  }
}
