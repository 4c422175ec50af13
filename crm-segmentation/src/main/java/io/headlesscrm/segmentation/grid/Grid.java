package io.headlesscrm.segmentation.grid;

import io.headlesscrm.segmentation.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which levels make which segment: a table over all combinations of levels, a missing value among them. Immutable and
 * thread-safe.
 */
public final class Grid {

  private static final int MAX_CELLS = 1_000_000;

  private final List<GridAxis> axes;
  private final List<Segment> segments;
  private final int[] cells;

  private Grid(List<GridAxis> axes, List<Segment> segments, int[] cells) {
    this.axes = List.copyOf(axes);
    this.segments = List.copyOf(segments);
    this.cells = cells;
    Set<String> codes = new HashSet<>();
    for (Segment segment : segments) {
      if (!codes.add(segment.code())) {
        throw new IllegalArgumentException("segment code \"" + segment.code()
            + "\" occurs twice, codes must differ. Maybe the two are one segment?");
      }
    }
    int size = size(axes);
    if (cells.length != size) {
      throw new IllegalArgumentException("there are " + cells.length + " cells, there must be "
          + size + ". Maybe an axis got lost?");
    }
    for (int cell : cells) {
      if (cell < 0 || cell >= segments.size()) {
        throw new IllegalArgumentException("a cell has segment " + cell + ", it must be from 0 to "
            + (segments.size() - 1) + ". Maybe a segment got lost?");
      }
    }
  }

  /**
   * A grid whose cells are asked for one by one.
   *
   * @param axes at least one
   * @param segments all that a cell can have, no code twice
   * @param cell from one level per axis, {@link GridAxis#MISSING} among them, to one of the segments
   * @return the grid
   * @throws IllegalArgumentException when there are more than a million cells, or a segment is not listed
   */
  public static Grid of(
      List<GridAxis> axes, List<Segment> segments, Function<int[], Segment> cell) {
    int[] cells = new int[size(axes)];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = segments.indexOf(cell.apply(levels(axes, i)));
    }
    return new Grid(axes, segments, cells);
  }

  /**
   * A grid in which a customer with a missing value is {@link Segment#UNASSESSED}, which comes last.
   *
   * @param axes at least one
   * @param segments all others that a cell can have
   * @param cell from one level per axis to one of the segments
   * @return the grid
   */
  public static Grid ofKnown(
      List<GridAxis> axes, List<Segment> segments, Function<int[], Segment> cell) {
    List<Segment> all = IntStream.rangeClosed(0, segments.size())
        .mapToObj(i -> i < segments.size() ? segments.get(i) : Segment.UNASSESSED)
        .toList();
    return of(
        axes,
        all,
        levels -> Arrays.stream(levels).anyMatch(level -> level == GridAxis.MISSING)
            ? Segment.UNASSESSED
            : cell.apply(levels));
  }

  /**
   * A grid from its parts: the inverse of the accessors.
   *
   * @param axes at least one
   * @param segments all that a cell can have
   * @param cells as {@link #cells()} gives them
   * @return the grid
   * @throws IllegalArgumentException when the parts do not fit
   */
  public static Grid of(List<GridAxis> axes, List<Segment> segments, int[] cells) {
    return new Grid(axes, segments, cells.clone());
  }

  private static int size(List<GridAxis> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("a grid must have at least one axis");
    }
    long size = 1;
    for (GridAxis axis : axes) {
      size *= axis.levels() + 1L;
      if (size > MAX_CELLS) {
        throw new IllegalArgumentException("the grid has more than " + MAX_CELLS
            + " cells. Maybe fewer measures or cuts will do?");
      }
    }
    return (int) size;
  }

  /** The last axis changes fastest; its missing level comes last. */
  private static int[] levels(List<GridAxis> axes, int cell) {
    int[] levels = new int[axes.size()];
    int rest = cell;
    for (int i = levels.length - 1; i >= 0; i--) {
      int states = axes.get(i).levels() + 1;
      levels[i] = rest % states == states - 1 ? GridAxis.MISSING : rest % states;
      rest /= states;
    }
    return levels;
  }

  /**
   * What is looked at.
   *
   * @return at least one
   */
  public List<GridAxis> axes() {
    return axes;
  }

  /**
   * All segments.
   *
   * @return in the order of the strategy
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * The segment of every cell, as an index into the segments. The levels of the last axis change fastest, a missing
   * value comes after the highest level.
   *
   * @return a copy
   */
  public int[] cells() {
    return cells.clone();
  }

  /**
   * The segment of a cell.
   *
   * @param levels one per axis, {@link GridAxis#MISSING} where the value is not known
   * @return the segment
   */
  public Segment segment(int... levels) {
    return segments.get(index(levels));
  }

  int index(int[] levels) {
    int cell = 0;
    for (int i = 0; i < levels.length; i++) {
      int states = axes.get(i).levels() + 1;
      cell = cell * states + (levels[i] == GridAxis.MISSING ? states - 1 : levels[i]);
    }
    return cells[cell];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid that
        && axes.equals(that.axes)
        && segments.equals(that.segments)
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * axes.hashCode() + Arrays.hashCode(cells);
  }

  /** Such as {@code 9 cells of [Platinum, Gold, Iron, Lead]}. */
  @Override
  public String toString() {
    return cells.length + " cells of " + segments;
  }
}
