package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Segments as rectangles whose areas are what their customers spent. Segments without positive spend are not shown.
 *
 * @param tiles the largest first, in the unit square
 */
public record Treemap(List<Tile> tiles) implements Chart {

  public Treemap {
    tiles = List.copyOf(tiles);
  }

  /**
   * A rectangle.
   *
   * @param segment which one
   * @param customers how many
   * @param share of the positive spend, in (0, 1]: its area
   * @param x left edge
   * @param y lower edge
   * @param width above 0
   * @param height above 0
   */
  public record Tile(
      Segment segment,
      int customers,
      double share,
      double x,
      double y,
      double width,
      double height) {}

  /**
   * The treemap of a segmentation: each tile takes the longer side of the space that is left.
   *
   * @param segmentation any
   * @return one tile for each segment with positive spend
   */
  public static Treemap of(Segmentation segmentation) {
    Map<Segment, Money> spend = segmentation.spend();
    Map<Segment, Integer> counts = segmentation.counts();
    List<Segment> shown = spend.keySet().stream()
        .filter(segment -> amount(spend, segment) > 0)
        .sorted(Comparator.comparingLong((Segment segment) -> -amount(spend, segment))
            .thenComparing(Segment::code))
        .toList();
    double left = shown.stream().mapToDouble(segment -> amount(spend, segment)).sum();
    double total = left;
    List<Tile> tiles = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (Segment segment : shown) {
      double part = amount(spend, segment) / left;
      boolean isWide = 1 - x >= 1 - y;
      double width = isWide ? (1 - x) * part : 1 - x;
      double height = isWide ? 1 - y : (1 - y) * part;
      tiles.add(new Tile(
          segment,
          counts.getOrDefault(segment, 0),
          amount(spend, segment) / total,
          x,
          y,
          width,
          height));
      x += isWide ? width : 0;
      y += isWide ? 0 : height;
      left -= amount(spend, segment);
    }
    return new Treemap(tiles);
  }

  private static long amount(Map<Segment, Money> spend, Segment segment) {
    Money money = spend.get(segment);
    return money == null ? 0 : money.minorUnits();
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite(locale);
    List<JsonDocument> rows = tiles.stream()
        .map(tile -> JsonDocument.builder()
            .put("segment", tile.segment().name(locale))
            .put("customers", tile.customers())
            .put("share", tile.share())
            .put("x", tile.x())
            .put("x2", tile.x() + tile.width())
            .put("y", tile.y())
            .put("y2", tile.y() + tile.height())
            .put("middleX", tile.x() + tile.width() / 2)
            .put("middleY", tile.y() + tile.height() / 2)
            .build())
        .toList();
    JsonDocument rectangle = JsonDocument.builder()
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "rect")
                .put("stroke", "white")
                .put("tooltip", true)
                .build())
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", VegaLite.hidden("x"))
                .put("x2", JsonDocument.builder().put("field", "x2").build())
                .put("y", VegaLite.hidden("y"))
                .put("y2", JsonDocument.builder().put("field", "y2").build())
                .put("color", vega.nominal("segment", "segment"))
                .build())
        .build();
    JsonDocument share = JsonDocument.builder()
        .put("mark", JsonDocument.builder().put("type", "text").build())
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", VegaLite.hidden("middleX"))
                .put("y", VegaLite.hidden("middleY"))
                .put(
                    "text",
                    JsonDocument.builder()
                        .put("field", "share")
                        .put("type", "quantitative")
                        .put("format", ".1%")
                        .build())
                .build())
        .build();
    return vega.chart("treemap", 420, 420, rows)
        .put("layer", List.of(rectangle, share))
        .build();
  }
}
