package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two indicators, each cut once, and the four segments they make.
 *
 * @param across the first indicator
 * @param acrossCut where it is cut
 * @param up the second indicator
 * @param upCut where it is cut
 * @param cells the four segments
 */
public record Quadrants(
    Indicator across, CutPoint acrossCut, Indicator up, CutPoint upCut, Cells cells) {

  public Quadrants {
    requireNonNull(across, "across");
    requireNonNull(acrossCut, "acrossCut");
    requireNonNull(up, "up");
    requireNonNull(upCut, "upCut");
    requireNonNull(cells, "cells");
  }

  /**
   * The segments by what is high.
   *
   * @param both both indicators are high
   * @param acrossOnly only the first one is
   * @param upOnly only the second one is
   * @param neither none is
   */
  public record Cells(Segment both, Segment acrossOnly, Segment upOnly, Segment neither) {

    /**
     * All of them.
     *
     * @return the highest rank first; a segment of several cells once
     */
    public List<Segment> all() {
      return Stream.of(both, acrossOnly, upOnly, neither)
          .distinct()
          .sorted(Comparator.comparingInt(Segment::rank).reversed())
          .toList();
    }

    Segment cell(int[] levels) {
      if (levels[0] > 0) {
        return levels[1] > 0 ? both : acrossOnly;
      }
      return levels[1] > 0 ? upOnly : neither;
    }
  }

  /**
   * The grid for the customers of a base.
   *
   * @param base with the measures of both indicators
   * @return two axes of two levels
   */
  public Grid fit(CustomerBase base) {
    List<GridAxis> axes = List.of(
        GridAxis.fit(across, base, List.of(acrossCut)), GridAxis.fit(up, base, List.of(upCut)));
    return Grid.ofKnown(axes, cells.all(), cells::cell);
  }
}
