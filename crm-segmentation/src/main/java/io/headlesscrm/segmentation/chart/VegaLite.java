package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parts that the specifications share. */
final class VegaLite {

  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

  /** Okabe and Ito's colours, which the colour-blind tell apart, and four more for many segments. */
  static final List<String> COLOURS = List.of(
      "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999",
      "#882255", "#117733", "#332288", "#AA4499");

  /** The first dark one stands among the light ones, the others at the end. */
  private static final Set<String> DARK =
      Set.of("#0072B2", "#882255", "#117733", "#332288", "#AA4499");

  private final Locale locale;

  VegaLite(Locale locale) {
    this.locale = locale;
  }

  String say(String key) {
    return Reason.of("chart." + key).text(locale);
  }

  JsonDocument.Builder chart(String title, int width, int height, List<JsonDocument> rows) {
    return JsonDocument.builder()
        .put("$schema", SCHEMA)
        .put("title", say(title))
        .put("width", width)
        .put("height", height)
        .put("data", JsonDocument.builder().put("values", rows).build());
  }

  JsonDocument quantity(String field, String title) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .put("title", say(title))
        .build();
  }

  JsonDocument quantity(String field, String title, String format) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .put("title", say(title))
        .put("axis", JsonDocument.builder().put("format", format).build())
        .build();
  }

  JsonDocument ordinal(String field, String title, String sort) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "ordinal")
        .put("title", say(title))
        .put("sort", sort)
        .put("axis", JsonDocument.builder().put("labelAngle", 0).build())
        .build();
  }

  /** Named colours in an order of ours: that of the names would differ from language to language. */
  JsonDocument coloured(String field, String title, List<String> names) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "nominal")
        .put("title", say(title))
        .put(
            "scale",
            JsonDocument.builder()
                .putTexts("domain", names)
                .putTexts("range", COLOURS)
                .build())
        .build();
  }

  /** The colour of a text on the n-th colour, counted from 0. */
  static String onColour(int number) {
    return DARK.contains(COLOURS.get(number % COLOURS.size())) ? "white" : "black";
  }

  static JsonDocument field(String field) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .build();
  }

  static JsonDocument text(String field) {
    return JsonDocument.builder().put("field", field).put("type", "nominal").build();
  }

  /** A position without an axis, from one end of the chart to the other. */
  static JsonDocument hidden(String field, double from, double to) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .put(
            "scale",
            JsonDocument.builder()
                .put("domain", new double[] {from, to})
                .put("nice", false)
                .build())
        .put(
            "axis",
            JsonDocument.builder()
                .put("labels", false)
                .put("ticks", false)
                .put("domain", false)
                .put("grid", false)
                .put("title", "")
                .build())
        .build();
  }

  /** One value where a row says so, another one elsewhere; makes no legend. */
  static JsonDocument either(
      String test, JsonDocument.Builder then, JsonDocument.Builder otherwise) {
    return otherwise.put("condition", then.put("test", test).build()).build();
  }

  static JsonDocument mark(String type) {
    return JsonDocument.builder().put("type", type).put("tooltip", true).build();
  }
}
