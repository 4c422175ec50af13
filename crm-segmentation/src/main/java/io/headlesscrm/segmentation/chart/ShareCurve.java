package io.headlesscrm.segmentation.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.abc.AbcRanking;
import io.headlesscrm.segmentation.abc.Concentration;
import io.headlesscrm.segmentation.pyramid.WhaleCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cumulative share of the value over a share of the customers, with the line on which all would be equal.
 *
 * @param kind which of the three curves
 * @param points from none of the customers to all of them
 */
public record ShareCurve(Kind kind, List<Point> points) implements Chart {

  /** Which curve. */
  public enum Kind {
    /** The best first. */
    PARETO("pareto"),
    /** The least first. */
    LORENZ("lorenz"),
    /** The best first, falling where customers cost more than they bring. */
    WHALE("whale");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  /**
   * A point.
   *
   * @param customers share of the customers, in [0, 1]
   * @param value share of the total
   */
  public record Point(double customers, double value) {}

  public ShareCurve {
    requireNonNull(kind, "kind");
    points = List.copyOf(points);
  }

  /**
   * The Pareto curve.
   *
   * @param ranking customers or items, the best first
   * @param steps into which it is cut, at least 1
   * @return negative values left out
   */
  public static ShareCurve pareto(AbcRanking ranking, int steps) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    int size = ranking.size();
    for (int step = 1; step <= Math.min(steps, size); step++) {
      int rank = (int) Math.ceil((double) step * size / Math.min(steps, size));
      double share = ranking.ranked(rank).cumulativeShare();
      if (!Double.isNaN(share)) {
        points.add(new Point((double) rank / size, share));
      }
    }
    return new ShareCurve(Kind.PARETO, points);
  }

  /**
   * The Lorenz curve.
   *
   * @param concentration of the values
   * @param steps into which it is cut, at least 1
   * @return the curve
   */
  public static ShareCurve lorenz(Concentration concentration, int steps) {
    return new ShareCurve(
        Kind.LORENZ,
        concentration.lorenz(steps).stream()
            .map(point -> new Point(point.shareOfSize(), point.shareOfValue()))
            .toList());
  }

  /**
   * The whale curve.
   *
   * @param curve of the contributions
   * @param steps into which it is cut, at least 1
   * @return with the peak
   */
  public static ShareCurve whale(WhaleCurve curve, int steps) {
    return new ShareCurve(
        Kind.WHALE,
        curve.points(steps).stream()
            .map(point -> new Point(point.shareOfCustomers(), point.shareOfTotal()))
            .toList());
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows = points.stream()
        .filter(point -> Double.isFinite(point.customers()) && Double.isFinite(point.value()))
        .map(point -> JsonDocument.builder()
            .put("customers", point.customers())
            .put("value", point.value())
            .build())
        .toList();
    JsonDocument curve = JsonDocument.builder()
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "line")
                .put("tooltip", true)
                .put("color", VegaLite.COLOURS.get(0))
                .build())
        .put("encoding", encoding(vega, "value"))
        .build();
    JsonDocument equal = JsonDocument.builder()
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "line")
                .put("strokeDash", new int[] {4, 4})
                .put("color", VegaLite.COLOURS.get(7))
                .build())
        .put("encoding", encoding(vega, "customers"))
        .build();
    return vega.chart(kind.key, 420, 320, rows)
        .put("layer", List.of(equal, curve))
        .build();
  }

  private static JsonDocument encoding(VegaLite vega, String up) {
    return JsonDocument.builder()
        .put("x", vega.quantity("customers", "share-of-customers", "%"))
        .put("y", vega.quantity(up, "share-of-value", "%"))
        .build();
  }
}
