package io.headlesscrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * Customers for whom a rule set is not what one expects.
 *
 * @param kind what is broken
 * @param where which values these customers have, such as {@code margin (EUR) >= 100.0, recency (days) < 30.0}
 * @param segments of an overlap those whose rules match, the winner first; of a descent that of the worse value and that
 *     of the better one; none for a gap without a segment for the rest
 */
public record Counterexample(Kind kind, String where, List<Segment> segments) {

  /** What is broken. */
  public enum Kind {
    /** No rule matches. */
    GAP,
    /** More than one rule matches. */
    OVERLAP,
    /** A better value makes a segment of lower rank. */
    DESCENT
  }

  public Counterexample {
    requireNonNull(kind, "kind");
    requireNonNull(where, "where");
    segments = List.copyOf(segments);
  }

  /**
   * The counterexample in words.
   *
   * @return for any language
   */
  public Reason toReason() {
    return switch (kind) {
      case GAP -> Reason.of("rule.gap").withValue("where", where);
      case OVERLAP ->
        Reason.of("rule.overlap")
            .withValue("where", where)
            .with("rules", segments.size())
            .withValue("segment", segments.get(0).toReason());
      case DESCENT ->
        Reason.of("rule.descent")
            .withValue("where", where)
            .withValue("segment", segments.get(0).toReason())
            .withValue("other", segments.get(1).toReason());
    };
  }

  /** The counterexample in English. */
  @Override
  public String toString() {
    return toReason().toString();
  }
}
