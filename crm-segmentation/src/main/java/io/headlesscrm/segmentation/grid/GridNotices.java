package io.headlesscrm.segmentation.grid;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a reader of every grid should know: no customers, missing values, levels in which nobody is. */
public final class GridNotices {

  private GridNotices() {}

  /**
   * The notices of a fit.
   *
   * @param grid that was fitted
   * @param base to which
   * @return in the order of the axes
   */
  public static List<Reason> of(Grid grid, CustomerBase base) {
    if (base.size() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    List<Reason> notices = new ArrayList<>();
    grid.axes().forEach(axis -> add(axis, axis.indicator().values(base), notices));
    return notices;
  }

  private static void add(GridAxis axis, double[] values, List<Reason> notices) {
    int[] sizes = new int[axis.levels()];
    Arrays.stream(values)
        .mapToInt(axis::level)
        .filter(level -> level >= 0)
        .forEach(level -> sizes[level]++);
    int known = Arrays.stream(sizes).sum();
    if (known < values.length) {
      notices.add(Reason.of("grid.notice.missing")
          .withValue("indicator", axis.indicator().toReason())
          .with("customers", values.length - known));
    }
    long used = Arrays.stream(sizes).filter(size -> size > 0).count();
    if (known > 0 && used < axis.levels()) {
      notices.add(Reason.of("grid.notice.levels")
          .withValue("indicator", axis.indicator().toReason())
          .with("used", used)
          .with("levels", axis.levels()));
    }
  }
}
