package io.headlesscrm.segmentation.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.UncertaintyBand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Customers by two indicators, coloured by segment; with cut lines and those within the band of uncertainty drawn faint for
 * a quadrant. Customers with a missing value are not shown.
 *
 * @param across the first indicator
 * @param up the second indicator
 * @param points one for each customer that is shown
 * @param acrossCuts where lines stand
 * @param upCuts where lines lie
 */
public record PointCloud(
    Indicator across,
    Indicator up,
    List<Point> points,
    List<Double> acrossCuts,
    List<Double> upCuts)
    implements Chart {

  private static final double SURE = 0.8;
  private static final double UNSURE = 0.25;

  /**
   * A customer.
   *
   * @param x value of the first indicator
   * @param y value of the second indicator
   * @param segment where the customer is
   * @param isUncertain whether the error of measurement could have put it there
   */
  public record Point(double x, double y, Segment segment, boolean isUncertain) {}

  public PointCloud {
    requireNonNull(across, "across");
    requireNonNull(up, "up");
    points = List.copyOf(points);
    acrossCuts = List.copyOf(acrossCuts);
    upCuts = List.copyOf(upCuts);
  }

  /**
   * A scatter plot.
   *
   * @param across the first indicator
   * @param up the second indicator
   * @param segmentation whose segments give the colours
   * @param most how many points at most; every n-th customer is shown, in the order of the ids
   * @return the plot
   */
  public static PointCloud scatter(
      Indicator across, Indicator up, Segmentation segmentation, int most) {
    return new PointCloud(
        across, up, points(across, up, segmentation, null, most), List.of(), List.of());
  }

  /**
   * The quadrant of a model of two axes, such as loyalty or value.
   *
   * @param segmentation of a {@link GridModel} of two axes
   * @param band who is uncertain; null when nobody is known to be
   * @param most how many points at most
   * @return the quadrant
   * @throws IllegalArgumentException when the model is no grid of two axes
   */
  public static PointCloud quadrant(
      Segmentation segmentation, @Nullable UncertaintyBand band, int most) {
    if (!(segmentation.model() instanceof GridModel model)
        || model.grid().axes().size() != 2) {
      throw new IllegalArgumentException("model is " + segmentation.model().kind()
          + ", it must be a grid of two axes. Maybe scatter(...) is what you want?");
    }
    GridAxis across = model.grid().axes().get(0);
    GridAxis up = model.grid().axes().get(1);
    return new PointCloud(
        across.indicator(),
        up.indicator(),
        points(across.indicator(), up.indicator(), segmentation, band, most),
        finite(across),
        finite(up));
  }

  private static List<Double> finite(GridAxis axis) {
    return axis.cuts().stream().filter(Double::isFinite).toList();
  }

  private static List<Point> points(
      Indicator across,
      Indicator up,
      Segmentation segmentation,
      @Nullable UncertaintyBand band,
      int most) {
    CustomerBase base = segmentation.base();
    int step = Math.max(1, (base.size() + most - 1) / most);
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < base.size(); row += step) {
      double x = across.value(base, row);
      double y = up.value(base, row);
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        boolean isUncertain = band != null && band.contains(row);
        points.add(new Point(x, y, segmentation.segment(row), isUncertain));
      }
    }
    return points;
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows = points.stream()
        .map(point -> JsonDocument.builder()
            .put("x", point.x())
            .put("y", point.y())
            .put("segment", point.segment().name(locale))
            .put("place", vega.say(point.isUncertain() ? "uncertain" : "certain"))
            .build())
        .toList();
    List<JsonDocument> layers = new ArrayList<>();
    layers.add(JsonDocument.builder()
        .put(
            "mark",
            JsonDocument.builder().put("type", "point").put("filled", true).build())
        .put("encoding", encoding(vega, locale))
        .build());
    acrossCuts.forEach(cut -> layers.add(rule("x", cut)));
    upCuts.forEach(cut -> layers.add(rule("y", cut)));
    return vega.chart("quadrant", 420, 420, rows).put("layer", layers).build();
  }

  private JsonDocument encoding(VegaLite vega, Locale locale) {
    JsonDocument.Builder encoding = JsonDocument.builder()
        .put("x", axis("x", across, locale))
        .put("y", axis("y", up, locale))
        .put("color", vega.coloured("segment", "segment", names(locale)));
    JsonDocument opacity = points.stream().anyMatch(Point::isUncertain)
        ? certainty(vega)
        : JsonDocument.builder().put("value", SURE).build();
    return encoding.put("opacity", opacity).build();
  }

  /** The best segment first. */
  private List<String> names(Locale locale) {
    return points.stream()
        .map(Point::segment)
        .distinct()
        .sorted(Comparator.comparingInt((Segment segment) -> -segment.rank())
            .thenComparing(Segment::code))
        .map(segment -> segment.name(locale))
        .toList();
  }

  private static JsonDocument certainty(VegaLite vega) {
    return JsonDocument.builder()
        .put("field", "place")
        .put("type", "nominal")
        .put("title", vega.say("place"))
        .put(
            "scale",
            JsonDocument.builder()
                .putTexts("domain", List.of(vega.say("certain"), vega.say("uncertain")))
                .put("range", new double[] {SURE, UNSURE})
                .build())
        .build();
  }

  private static JsonDocument axis(String field, Indicator indicator, Locale locale) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .put("title", indicator.toReason().text(locale))
        .put("scale", JsonDocument.builder().put("zero", false).build())
        .build();
  }

  private static JsonDocument rule(String channel, double cut) {
    return VegaLite.layer(
        JsonDocument.builder().put("type", "rule").build(),
        JsonDocument.builder()
            .put(channel, JsonDocument.builder().put("datum", cut).build()));
  }
}
