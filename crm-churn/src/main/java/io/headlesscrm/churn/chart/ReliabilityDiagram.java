package io.headlesscrm.churn.chart;

import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import java.util.List;
import java.util.Locale;

/**
 * Of the customers who were given about the same probability of leaving, how many left: on the diagonal the probabilities
 * mean what they say. With the number of customers, because a bin of few proves little.
 *
 * @param bins of equal width, from 0 up; empty ones have NaN for both probabilities and are not drawn
 */
public record ReliabilityDiagram(List<Calibration.Bin> bins) implements Chart {

  public ReliabilityDiagram {
    bins = List.copyOf(bins);
  }

  /**
   * The diagram of a back-test.
   *
   * @param calibration of a scorer's probabilities
   * @return ten bins
   */
  public static ReliabilityDiagram of(Calibration calibration) {
    return new ReliabilityDiagram(calibration.reliability());
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("churn.chart", locale);
    List<JsonDocument> rows = bins.stream()
        .filter(bin -> bin.customers() > 0)
        .map(bin -> JsonDocument.builder()
            .put("predicted", bin.predicted())
            .put("observed", bin.observed())
            .put("customers", bin.customers())
            .build())
        .toList();
    JsonDocument x = vega.quantity("predicted", "predicted", "%");
    JsonDocument y = vega.quantity("observed", "observed", "%");
    JsonDocument even = JsonDocument.builder()
        .put("data", JsonDocument.builder().put("values", corners()).build())
        .put("mark", VegaLite.line(7, true))
        .put("encoding", JsonDocument.builder().put("x", x).put("y", y).build())
        .build();
    JsonDocument line = VegaLite.layer(
        VegaLite.line(0, false), JsonDocument.builder().put("x", x).put("y", y));
    JsonDocument dots = VegaLite.layer(
        VegaLite.mark("circle"),
        JsonDocument.builder()
            .put("x", x)
            .put("y", y)
            .put("size", vega.quantity("customers", "customers")));
    return vega.chart("reliability", 360, 360, rows)
        .put("layer", List.of(even, line, dots))
        .build();
  }

  private static List<JsonDocument> corners() {
    return List.of(corner(0), corner(1));
  }

  private static JsonDocument corner(double at) {
    return JsonDocument.builder().put("predicted", at).put("observed", at).build();
  }
}
