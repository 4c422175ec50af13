package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.stability.MigrationMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers who flow from segment to segment: a Sankey diagram. Vega-Lite has no such mark; each flow is an area whose
 * edges are worked out here.
 *
 * @param ribbons one for each flow with customers
 */
public record MigrationFlows(List<Ribbon> ribbons) implements Chart {

  private static final int BENDS = 20;

  /** Pixels. */
  private static final int WIDTH = 680;

  private static final int HEIGHT = 420;
  private static final int LINE = 11;
  private static final int GAP = 6;

  /** Room for the names on either side, in widths of the flows. */
  private static final double MARGIN = 0.3;

  public MigrationFlows {
    ribbons = List.copyOf(ribbons);
  }

  /**
   * A flow.
   *
   * @param from null for newcomers
   * @param to null for those who are gone
   * @param customers how many
   * @param left where it begins, counted in customers from the bottom of the first date
   * @param right where it ends, counted in customers from the bottom of the second date
   */
  public record Ribbon(
      @Nullable Segment from, @Nullable Segment to, int customers, int left, int right) {}

  /**
   * The flows of a migration.
   *
   * @param matrix between two dates
   * @return the lowest rank at the bottom, newcomers and the gone below all
   */
  public static MigrationFlows of(MigrationMatrix matrix) {
    List<Segment> ranked = matrix.segments().stream()
        .sorted(Comparator.comparingInt(Segment::rank))
        .toList();
    List<@Nullable Segment> all = new ArrayList<>();
    all.add(null);
    all.addAll(ranked);
    int[] right = new int[all.size()];
    int height = 0;
    for (int column = 0; column < all.size(); column++) {
      right[column] = height;
      height += matrix.sizeAfter(all.get(column));
    }
    List<Ribbon> ribbons = new ArrayList<>();
    int left = 0;
    for (Segment from : all) {
      for (int column = 0; column < all.size(); column++) {
        Segment to = all.get(column);
        int customers = from == null && to == null ? 0 : matrix.count(from, to);
        if (customers > 0) {
          ribbons.add(new Ribbon(from, to, customers, left, right[column]));
          left += customers;
          right[column] += customers;
        }
      }
    }
    return new MigrationFlows(ribbons);
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows =
        ribbons.stream().flatMap(ribbon -> edges(vega, ribbon, locale)).toList();
    JsonDocument flows = VegaLite.layer(
        JsonDocument.builder()
            .put("type", "area")
            .put("opacity", 0.6)
            .put("tooltip", true)
            .build(),
        JsonDocument.builder()
            .put("x", VegaLite.hidden("x", -MARGIN, 1 + MARGIN))
            .put("y", VegaLite.hidden("low", 0, height()))
            .put("y2", JsonDocument.builder().put("field", "high").build())
            .put("color", vega.coloured("from", "from", origins(vega, locale)))
            .put("detail", VegaLite.text("flow")));
    return vega.chart("migration", WIDTH, HEIGHT, rows)
        .put(
            "layer",
            List.of(
                flows,
                labels("right", -GAP, ends(vega, true, locale)),
                labels("left", GAP, ends(vega, false, locale))))
        .build();
  }

  /** As many customers as the chart is high. */
  private int height() {
    return ribbons.stream()
        .mapToInt(ribbon -> Math.max(ribbon.left(), ribbon.right()) + ribbon.customers())
        .max()
        .orElse(1);
  }

  /** Where flows come from, the best first. */
  private List<String> origins(VegaLite vega, Locale locale) {
    List<String> names = ribbons.stream()
        .map(ribbon -> name(vega, ribbon.from(), "new", locale))
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(names);
    return names;
  }

  /** The segments of one date that are high enough for a label, with the customers of each. */
  private List<JsonDocument> ends(VegaLite vega, boolean isBefore, Locale locale) {
    Map<String, List<Ribbon>> ends = ribbons.stream()
        .collect(Collectors.groupingBy(
            ribbon -> isBefore
                ? name(vega, ribbon.from(), "new", locale)
                : name(vega, ribbon.to(), "gone", locale),
            LinkedHashMap::new,
            Collectors.toList()));
    List<JsonDocument> rows = new ArrayList<>();
    ends.forEach((name, flows) -> {
      int customers = flows.stream().mapToInt(Ribbon::customers).sum();
      int bottom = flows.stream()
          .mapToInt(flow -> isBefore ? flow.left() : flow.right())
          .min()
          .orElse(0);
      if (customers * HEIGHT >= LINE * height()) {
        rows.add(JsonDocument.builder()
            .put("x", isBefore ? 0 : 1)
            .put("middle", bottom + customers / 2.0)
            .put("label", name + " " + customers)
            .build());
      }
    });
    return rows;
  }

  private JsonDocument labels(String align, int shift, List<JsonDocument> rows) {
    return JsonDocument.builder()
        .put("data", JsonDocument.builder().put("values", rows).build())
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "text")
                .put("align", align)
                .put("dx", shift)
                .build())
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", VegaLite.hidden("x", -MARGIN, 1 + MARGIN))
                .put("y", VegaLite.hidden("middle", 0, height()))
                .put("text", VegaLite.text("label"))
                .build())
        .build();
  }

  /** A cubic that leaves and arrives level. */
  private static Stream<JsonDocument> edges(VegaLite vega, Ribbon ribbon, Locale locale) {
    String from = name(vega, ribbon.from(), "new", locale);
    String to = name(vega, ribbon.to(), "gone", locale);
    List<JsonDocument> edges = new ArrayList<>();
    for (int bend = 0; bend <= BENDS; bend++) {
      double x = (double) bend / BENDS;
      double eased = x * x * (3 - 2 * x);
      double low = ribbon.left() + eased * (ribbon.right() - ribbon.left());
      edges.add(JsonDocument.builder()
          .put("flow", from + " > " + to)
          .put("from", from)
          .put("to", to)
          .put("customers", ribbon.customers())
          .put("x", x)
          .put("low", low)
          .put("high", low + ribbon.customers())
          .build());
    }
    return edges.stream();
  }

  private static String name(
      VegaLite vega, @Nullable Segment segment, String otherwise, Locale locale) {
    return segment == null ? vega.say(otherwise) : segment.name(locale);
  }
}
