package io.headlesscrm.churn.chart;

import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.BacktestReport;
import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many of those who left were found among the customers with the highest scores: each scorer beside the naive
 * baselines, which a scorer that is worth its trouble lies above.
 *
 * @param curves the scorers, then the baselines; the one by the share of the past ranks nobody and is the diagonal
 */
public record GainCurve(List<Curve> curves) implements Chart {

  public GainCurve {
    curves = List.copyOf(curves);
  }

  /**
   * One scorer.
   *
   * @param name in the back-test
   * @param isNaive whether it is a baseline
   * @param points from none of the customers to all
   */
  public record Curve(String name, boolean isNaive, List<Point> points) {

    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param part of the customers, those with the highest scores, in [0, 1]
   * @param gain the part of the leavers among them, in [0, 1]; NaN when nobody left
   */
  public record Point(double part, double gain) {

    /**
     * How many times as many left as among all.
     *
     * @return at least 0; NaN at the part 0
     */
    public double lift() {
      return gain / part;
    }
  }

  /**
   * The curves of a back-test.
   *
   * @param report with one judgement at least
   * @param steps into which the customers are cut, at least 1
   * @return one curve per judgement
   * @throws IllegalArgumentException for fewer steps
   */
  public static GainCurve of(BacktestReport report, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", it must be at least 1");
    }
    return new GainCurve(
        report.judgements().stream().map(one -> curve(one, steps)).toList());
  }

  private static Curve curve(Judgement judgement, int steps) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    for (int step = 1; step <= steps; step++) {
      double part = (double) step / steps;
      points.add(new Point(part, judgement.ranking().gain(part)));
    }
    return new Curve(judgement.name(), judgement.isNaive(), points);
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("churn.chart", locale);
    List<JsonDocument> rows = new ArrayList<>();
    for (Curve curve : curves) {
      for (Point point : curve.points()) {
        if (Double.isFinite(point.gain())) {
          rows.add(JsonDocument.builder()
              .put("scorer", label(vega, curve))
              .put("part", point.part())
              .put("gain", point.gain())
              .build());
        }
      }
    }
    List<String> names = curves.stream().map(curve -> label(vega, curve)).toList();
    return vega.chart("gain", 420, 360, rows)
        .put("mark", VegaLite.mark("line"))
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", vega.quantity("part", "part", "%"))
                .put("y", vega.quantity("gain", "leavers-found", "%"))
                .put("color", vega.coloured("scorer", "scorer", names))
                .build())
        .build();
  }

  private static String label(VegaLite vega, Curve curve) {
    return switch (curve.name()) {
      case Backtest.RECENCY -> vega.say("by-recency");
      case Backtest.LAST_SHARE -> vega.say("any-order");
      default -> curve.name();
    };
  }
}
