package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.segmentation.Segment;

/**
 * The smallest change of one indicator, all else equal, that changes the segment in one direction.
 *
 * @param axis index of the axis
 * @param indicator what would have to change
 * @param value what it is
 * @param needed what it would have to be: the nearest value in another segment
 * @param segment the segment that this value makes
 */
public record GridMove(
    int axis, Indicator indicator, double value, double needed, Segment segment) {

  public GridMove {
    requireNonNull(indicator, "indicator");
    requireNonNull(segment, "segment");
  }

  /**
   * Whether more is needed.
   *
   * @return false when less is
   */
  public boolean isUp() {
    return needed > value;
  }

  /**
   * How far it is.
   *
   * @return above 0, in the unit of the indicator
   */
  public double distance() {
    return Math.abs(needed - value);
  }
}
