package io.headlesscrm.segmentation.combination;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two models crossed, frozen. A customer who is not assessed by one of them is not assessed. Thread-safe. */
public final class CrossingModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "crossing";

  private final SegmentationModel first;
  private final SegmentationModel second;
  private final List<Segment> segments;

  private CrossingModel(SegmentationModel first, SegmentationModel second) {
    this.first = requireNonNull(first, "first");
    this.second = requireNonNull(second, "second");
    this.segments = segments(first, second);
  }

  /**
   * A model from its parts.
   *
   * @param first whose codes come first
   * @param second whose codes come second
   * @return the model
   */
  public static CrossingModel of(SegmentationModel first, SegmentationModel second) {
    return new CrossingModel(first, second);
  }

  private static List<Segment> segments(SegmentationModel first, SegmentationModel second) {
    List<Segment> crossed = new ArrayList<>();
    for (Segment one : first.segments()) {
      for (Segment other : second.segments()) {
        if (!one.equals(Segment.UNASSESSED) && !other.equals(Segment.UNASSESSED)) {
          crossed.add(new Segment(
              one.code() + other.code(),
              one.name() + ", " + other.name(),
              one.chineseName() + "、" + other.chineseName(),
              0));
        }
      }
    }
    crossed.add(Segment.UNASSESSED);
    return List.copyOf(crossed);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** All combinations, which have no order of rank, and {@link Segment#UNASSESSED}. */
  @Override
  public List<Segment> segments() {
    return segments;
  }

  /** Both provenances in one. */
  @Override
  public Provenance provenance() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("first", first.provenance().toString());
    parameters.put("second", second.provenance().toString());
    return Provenance.of(
        KIND, parameters, first.provenance().window(), first.provenance().customers());
  }

  @Override
  public List<Reason> notices() {
    List<Reason> notices = new ArrayList<>(first.notices());
    second.notices().stream().filter(each -> !notices.contains(each)).forEach(notices::add);
    return notices;
  }

  /**
   * The model whose codes come first.
   *
   * @return as given
   */
  public SegmentationModel first() {
    return first;
  }

  /**
   * The model whose codes come second.
   *
   * @return as given
   */
  public SegmentationModel second() {
    return second;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    Segmentation one = first.segment(base);
    Segmentation other = second.segment(base);
    List<Segment> rows = known(first);
    List<Segment> columns = known(second);
    return Segmentation.of(
        this,
        base,
        row -> {
          int i = rows.indexOf(one.segment(row));
          int j = columns.indexOf(other.segment(row));
          return i < 0 || j < 0 ? segments.size() - 1 : i * columns.size() + j;
        },
        row -> {
          List<Reason> reasons = new ArrayList<>(one.explain(row).reasons());
          reasons.addAll(other.explain(row).reasons());
          return reasons;
        });
  }

  private static List<Segment> known(SegmentationModel model) {
    return model.segments().stream()
        .filter(segment -> !segment.equals(Segment.UNASSESSED))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossingModel that
        && first.equals(that.first)
        && second.equals(that.second);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + second.hashCode();
  }

  /** Both provenances in one line. */
  @Override
  public String toString() {
    return first + " x " + second;
  }
}
