package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.segmentation.Segment;

/**
 * A box in the cube of scores and the segment of those in it.
 *
 * @param segment who matches
 * @param r levels of recency
 * @param f levels of frequency
 * @param m levels of monetary value
 */
public record RfmRule(Segment segment, ScoreRange r, ScoreRange f, ScoreRange m) {

  public RfmRule {
    requireNonNull(segment, "segment");
    requireNonNull(r, "r");
    requireNonNull(f, "f");
    requireNonNull(m, "m");
  }

  /**
   * Whether the cell is in the box.
   *
   * @param cell levels, not scores
   * @return true when all three are in range
   */
  public boolean matches(RfmScore cell) {
    return r.contains(cell.r()) && f.contains(cell.f()) && m.contains(cell.m());
  }

  /** Such as {@code Champions: R 5, F 4-5, M 1-5}. */
  @Override
  public String toString() {
    return segment + ": R " + r + ", F " + f + ", M " + m;
  }
}
