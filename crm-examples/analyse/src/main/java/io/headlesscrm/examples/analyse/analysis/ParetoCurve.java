package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.examples.analyse.report.CurvePoint;
import io.headlesscrm.segmentation.abc.AbcRanking;
import io.headlesscrm.segmentation.abc.RankedValue;
import java.util.ArrayList;
import java.util.List;

/** The cumulative revenue of the customers, best first, in as many points as a chart can show. */
final class ParetoCurve {

  private static final int POINTS = 200;

  private ParetoCurve() {}

  static List<CurvePoint> of(AbcRanking ranking) {
    List<CurvePoint> points = new ArrayList<>();
    int size = ranking.size();
    int shown = Math.min(POINTS, size);
    for (int i = 1; i <= shown; i++) {
      RankedValue last = ranking.ranked((int) Math.ceil((double) i * size / shown));
      if (!Double.isNaN(last.cumulativeShare())) {
        points.add(new CurvePoint((double) last.rank() / size, last.cumulativeShare()));
      }
    }
    return points;
  }
}
