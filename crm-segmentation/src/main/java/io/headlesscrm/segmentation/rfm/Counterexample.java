package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * A place in the cube of levels where a rule set is not what one expects.
 *
 * @param kind what is broken
 * @param cells the cell; for a descent the worse one and the better one
 * @param segments of a gap the segment for the rest; of an overlap those whose rules match, the winner first; of a
 *     descent that of the worse cell and that of the better one
 */
public record Counterexample(Kind kind, List<RfmScore> cells, List<Segment> segments) {

  /** What is broken. */
  public enum Kind {
    /** No rule matches. */
    GAP("rfm.rule.gap"),
    /** More than one rule matches. */
    OVERLAP("rfm.rule.overlap"),
    /** A better level makes a segment of lower rank. */
    DESCENT("rfm.rule.descent");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  public Counterexample {
    cells = List.copyOf(cells);
    segments = List.copyOf(segments);
  }

  /**
   * The counterexample in words.
   *
   * @return for any language
   */
  public Reason toReason() {
    return Reason.of(kind.key)
        .withValue("cell", cells.get(0).toString())
        .withValue("better", cells.get(cells.size() - 1).toString())
        .withValue("segment", segments.get(0).toReason())
        .withValue("other", segments.get(segments.size() - 1).toReason())
        .with("rules", segments.size());
  }

  /** The counterexample in English. */
  @Override
  public String toString() {
    return toReason().toString();
  }
}
