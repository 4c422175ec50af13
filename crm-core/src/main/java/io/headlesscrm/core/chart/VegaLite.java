package io.headlesscrm.core.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parts that Vega-Lite specifications share, with titles from the texts of a module. A host writes charts of its own
 * with it, in the looks of those of the library. Immutable.
 */
public final class VegaLite {

  /**
   * Okabe and Ito's colours, which the colour-blind tell apart, and four more for many names: six hexadecimal digits after
   * a {@code #}.
   */
  public static final List<String> COLOURS = List.of(
      "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999",
      "#882255", "#117733", "#332288", "#AA4499");

  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

  /** The first dark one stands among the light ones, the others at the end. */
  private static final Set<String> DARK =
      Set.of("#0072B2", "#882255", "#117733", "#332288", "#AA4499");

  private final String prefix;
  private final Locale locale;

  /**
   * Parts in a language.
   *
   * @param prefix of the keys of the titles, such as {@code chart}: the title {@code rfm} has the text {@code chart.rfm}
   * @param locale Chinese gives Chinese titles, every other one English
   */
  public VegaLite(String prefix, Locale locale) {
    this.prefix = requireNonNull(prefix, "prefix");
    this.locale = requireNonNull(locale, "locale");
  }

  /**
   * A text.
   *
   * @param key after the prefix
   * @return in the language of the parts
   */
  public String say(String key) {
    return Reason.of(prefix + "." + key).text(locale);
  }

  /**
   * A specification to add a mark or layers to.
   *
   * @param title key of the title
   * @param width pixels
   * @param height pixels
   * @param rows the data
   * @return with everything but the drawing
   */
  public JsonDocument.Builder chart(String title, int width, int height, List<JsonDocument> rows) {
    return JsonDocument.builder()
        .put("$schema", SCHEMA)
        .put("title", say(title))
        .put("width", width)
        .put("height", height)
        .put("data", JsonDocument.builder().put("values", rows).build());
  }

  /**
   * A number on an axis or a colour.
   *
   * @param field of the rows
   * @param title key of the title
   * @return the channel
   */
  public JsonDocument quantity(String field, String title) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .put("title", say(title))
        .build();
  }

  /**
   * A number on an axis.
   *
   * @param field of the rows
   * @param title key of the title
   * @param format of the axis in the language of d3, such as {@code %}
   * @return the channel
   */
  public JsonDocument quantity(String field, String title, String format) {
    return quantity(field, title).toBuilder()
        .put("axis", JsonDocument.builder().put("format", format).build())
        .build();
  }

  /**
   * Steps on an axis.
   *
   * @param field of the rows
   * @param title key of the title
   * @param sort {@code ascending} or {@code descending}
   * @return the channel
   */
  public JsonDocument ordinal(String field, String title, String sort) {
    return ordinal(steps(field, title).put("sort", sort));
  }

  /**
   * Named steps on an axis, in an order of ours.
   *
   * @param field of the rows
   * @param title key of the title
   * @param names in their order
   * @return the channel
   */
  public JsonDocument ordinal(String field, String title, List<String> names) {
    return ordinal(steps(field, title).putTexts("sort", names));
  }

  private JsonDocument.Builder steps(String field, String title) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "ordinal")
        .put("title", say(title));
  }

  private static JsonDocument ordinal(JsonDocument.Builder sorted) {
    return sorted
        .put("axis", JsonDocument.builder().put("labelAngle", 0).build())
        .build();
  }

  /**
   * Named colours in an order of ours: that of the names would differ from language to language.
   *
   * @param field of the rows
   * @param title key of the title
   * @param names in their order
   * @return the channel
   */
  public JsonDocument coloured(String field, String title, List<String> names) {
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

  /**
   * The colour of a text on the n-th colour.
   *
   * @param number of the colour, counted from 0 and round again
   * @return {@code white} or {@code black}
   */
  public static String onColour(int number) {
    return DARK.contains(COLOURS.get(number % COLOURS.size())) ? "white" : "black";
  }

  /**
   * A number without a title.
   *
   * @param field of the rows
   * @return the channel
   */
  public static JsonDocument field(String field) {
    return JsonDocument.builder()
        .put("field", field)
        .put("type", "quantitative")
        .build();
  }

  /**
   * A text without a title.
   *
   * @param field of the rows
   * @return the channel
   */
  public static JsonDocument text(String field) {
    return JsonDocument.builder().put("field", field).put("type", "nominal").build();
  }

  /**
   * A position without an axis, from one end of the chart to the other.
   *
   * @param field of the rows
   * @param from value at the left or lower end
   * @param to value at the other end
   * @return the channel
   */
  public static JsonDocument hidden(String field, double from, double to) {
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

  /**
   * One value where a row says so, another one elsewhere; makes no legend.
   *
   * @param test an expression over {@code datum}
   * @param then where it holds
   * @param otherwise elsewhere
   * @return the channel
   */
  public static JsonDocument either(
      String test, JsonDocument.Builder then, JsonDocument.Builder otherwise) {
    return otherwise.put("condition", then.put("test", test).build()).build();
  }

  /**
   * The colour of a text that is readable on dark and on light places.
   *
   * @param test an expression over {@code datum} that holds where it is dark
   * @return the channel
   */
  public static JsonDocument whiteWhere(String test) {
    return either(
        test,
        JsonDocument.builder().put("value", "white"),
        JsonDocument.builder().put("value", "black"));
  }

  /**
   * A layer of a chart.
   *
   * @param mark what is drawn
   * @param encoding its channels
   * @return the layer
   */
  public static JsonDocument layer(JsonDocument mark, JsonDocument.Builder encoding) {
    return JsonDocument.builder()
        .put("mark", mark)
        .put("encoding", encoding.build())
        .build();
  }

  /**
   * A mark with a tooltip.
   *
   * @param type such as {@code rect}
   * @return the mark
   */
  public static JsonDocument mark(String type) {
    return JsonDocument.builder().put("type", type).put("tooltip", true).build();
  }

  /**
   * A line in one of the colours.
   *
   * @param colour number of the colour, counted from 0
   * @param dashed whether it is broken, as a line to compare with is
   * @return the mark
   */
  public static JsonDocument line(int colour, boolean dashed) {
    JsonDocument.Builder line = JsonDocument.builder()
        .put("type", "line")
        .put("tooltip", true)
        .put("color", COLOURS.get(colour));
    return dashed ? line.put("strokeDash", new int[] {4, 4}).build() : line.build();
  }
}
