package io.headlesscrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * Customers who meet all conditions are in a segment, unless an earlier rule has them.
 *
 * @param segment where they are
 * @param conditions all of which must hold; none holds for everybody
 */
public record SegmentRule(Segment segment, List<Condition> conditions) {

  public SegmentRule {
    requireNonNull(segment, "segment");
    conditions = List.copyOf(conditions);
  }

  /** Such as {@code Key if margin (EUR) >= 100.0 and recency (days) < 30.0}. */
  @Override
  public String toString() {
    return segment + " if "
        + String.join(" and ", conditions.stream().map(Condition::toString).toList());
  }
}
