package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Segments as rectangles whose areas are what their customers spent. Segments without positive spend are not shown.
 *
 * @param tiles the largest first, in the unit square
 */
public record Treemap(List<Tile> tiles) implements Chart {

  /** Pixels: of the square, and of letters in the size that the renderers write them in. */
  private static final int SIDE = 420;

  private static final int LETTER = 7;
  private static final int WIDE_LETTER = 12;
  private static final int LINE = 13;

  /** From here on letters are Chinese, Japanese or Korean and as wide as they are high. */
  private static final int FIRST_WIDE = 0x2E80;

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
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows = IntStream.range(0, tiles.size())
        .mapToObj(number -> row(tiles.get(number), number, locale))
        .toList();
    JsonDocument rectangle = VegaLite.layer(
        JsonDocument.builder()
            .put("type", "rect")
            .put("stroke", "white")
            .put("tooltip", true)
            .build(),
        JsonDocument.builder()
            .put("x", VegaLite.hidden("x", 0, 1))
            .put("x2", JsonDocument.builder().put("field", "x2").build())
            .put("y", VegaLite.hidden("y", 0, 1))
            .put("y2", JsonDocument.builder().put("field", "y2").build())
            .put(
                "color",
                vega.coloured(
                    "segment",
                    "segment",
                    tiles.stream().map(tile -> tile.segment().name(locale)).toList())));
    JsonDocument label = VegaLite.layer(
        JsonDocument.builder().put("type", "text").put("lineBreak", "\n").build(),
        JsonDocument.builder()
            .put("x", VegaLite.hidden("middleX", 0, 1))
            .put("y", VegaLite.hidden("middleY", 0, 1))
            .put("text", VegaLite.text("label"))
            .put(
                "color",
                VegaLite.either(
                    "datum.ink === 'white'",
                    JsonDocument.builder().put("value", "white"),
                    JsonDocument.builder().put("value", "black"))));
    return vega.chart("treemap", SIDE, SIDE, rows)
        .put("layer", List.of(rectangle, label))
        .build();
  }

  private static JsonDocument row(Tile tile, int number, Locale locale) {
    String label = label(tile, locale);
    // the position is that of the first line
    boolean isTwoLines = label.contains("\n");
    return JsonDocument.builder()
        .put("segment", tile.segment().name(locale))
        .put("customers", tile.customers())
        .put("share", tile.share())
        .put("x", tile.x())
        .put("x2", tile.x() + tile.width())
        .put("y", tile.y())
        .put("y2", tile.y() + tile.height())
        .put("middleX", tile.x() + tile.width() / 2)
        .put("middleY", tile.y() + tile.height() / 2 + (isTwoLines ? LINE / 2.0 / SIDE : 0))
        .put("label", label)
        .put("ink", VegaLite.onColour(number))
        .build();
  }

  /** The name and the share, the share alone, or nothing: what fits into the tile. */
  private static String label(Tile tile, Locale locale) {
    String name = tile.segment().name(locale);
    String share = String.format(Locale.ROOT, "%.1f%%", 100 * tile.share());
    if (fits(tile, name, 2)) {
      return name + "\n" + share;
    }
    return fits(tile, share, 1) ? share : "";
  }

  private static boolean fits(Tile tile, String text, int lines) {
    int width =
        text.chars().map(letter -> letter < FIRST_WIDE ? LETTER : WIDE_LETTER).sum();
    return tile.width() * SIDE >= width && tile.height() * SIDE >= lines * LINE;
  }
}
