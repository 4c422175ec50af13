package io.headlesscrm.segmentation.combination;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One frozen model for each group. A customer of a group that the fit has not seen is not assessed. Immutable and
 * thread-safe.
 */
public final class WithinGroupsModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "within-groups";

  private final Measure group;
  private final NavigableMap<Double, SegmentationModel> models;
  private final Provenance provenance;
  private final List<Segment> segments;

  private WithinGroupsModel(
      Measure group, Map<Double, SegmentationModel> models, Provenance provenance) {
    this.group = requireNonNull(group, "group");
    this.models = Collections.unmodifiableNavigableMap(new TreeMap<>(models));
    this.provenance = requireNonNull(provenance, "provenance");
    Map<String, Segment> byCode = new LinkedHashMap<>();
    this.models
        .values()
        .forEach(model ->
            model.segments().forEach(segment -> byCode.putIfAbsent(segment.code(), segment)));
    byCode.remove(Segment.UNASSESSED.code());
    byCode.put(Segment.UNASSESSED.code(), Segment.UNASSESSED);
    this.segments = List.copyOf(byCode.values());
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param group the number of each customer's group
   * @param models by group
   * @param provenance of the fit
   * @return the model
   */
  public static WithinGroupsModel of(
      Measure group, Map<Double, SegmentationModel> models, Provenance provenance) {
    return new WithinGroupsModel(group, models, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The segments of all groups, those of one code once, and {@link Segment#UNASSESSED}. */
  @Override
  public List<Segment> segments() {
    return segments;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** How many groups there are; each model has its own notices. */
  @Override
  public List<Reason> notices() {
    return models.isEmpty()
        ? List.of(Reason.of("segmentation.no-customers"))
        : List.of(Reason.of("combination.groups").with("groups", models.size()));
  }

  /**
   * What the group is told by.
   *
   * @return a measure of the base
   */
  public Measure group() {
    return group;
  }

  /**
   * The model of each group.
   *
   * @return by the number of the group
   */
  public NavigableMap<Double, SegmentationModel> models() {
    return models;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    double[] groups = base.values(group);
    Map<Double, Segmentation> parts = new HashMap<>();
    models.forEach((number, model) ->
        parts.put(number, model.segment(base.only(row -> groups[row] == number))));
    int[] indices = new int[base.size()];
    int[] rows = new int[base.size()];
    Map<Double, Integer> seen = new HashMap<>();
    for (int row = 0; row < indices.length; row++) {
      Segmentation part = parts.get(groups[row]);
      rows[row] = seen.merge(groups[row], 1, Integer::sum) - 1;
      indices[row] = part == null ? segments.size() - 1 : index(part.segment(rows[row]));
    }
    return Segmentation.of(
        this,
        base,
        row -> indices[row],
        row -> reasons(parts.get(groups[row]), groups[row], rows[row]));
  }

  private int index(Segment segment) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).code().equals(segment.code())) {
        return i;
      }
    }
    return segments.size() - 1;
  }

  private static List<Reason> reasons(@Nullable Segmentation part, double number, int row) {
    if (part == null) {
      return List.of(Reason.of("segmentation.unassessed"));
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of("combination.group").with("group", number).with("customers", part.size()));
    reasons.addAll(part.explain(row).reasons());
    return reasons;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WithinGroupsModel that
        && group.equals(that.group)
        && models.equals(that.models)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + models.hashCode();
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
