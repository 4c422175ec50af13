package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.rfm.RfmScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Customers and spend by recency and frequency score.
 *
 * @param cells every pair of scores, those without customers too
 */
public record RfmHeatmap(List<Cell> cells) implements Chart {

  public RfmHeatmap {
    cells = List.copyOf(cells);
  }

  /**
   * One pair of scores.
   *
   * @param r recency score
   * @param f frequency score
   * @param customers how many
   * @param spendMinor what they spent, in minor units
   */
  public record Cell(int r, int f, int customers, long spendMinor) {}

  /**
   * The heatmap of a base.
   *
   * @param model whose scores are shown
   * @param base the customers
   * @return one cell for each pair of scores
   */
  public static RfmHeatmap of(RfmModel model, CustomerBase base) {
    int rows = model.bins(Axis.RECENCY).requested();
    int columns = model.bins(Axis.FREQUENCY).requested();
    int[] customers = new int[rows * columns];
    long[] spend = new long[rows * columns];
    RfmScores scores = model.scores(base);
    for (int row = 0; row < scores.size(); row++) {
      int cell = (scores.r(row) - 1) * columns + scores.f(row) - 1;
      customers[cell]++;
      spend[cell] += base.spendMinor(row);
    }
    List<Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < customers.length; cell++) {
      cells.add(new Cell(cell / columns + 1, cell % columns + 1, customers[cell], spend[cell]));
    }
    return new RfmHeatmap(cells);
  }

  /** On the darker half of the colours black cannot be read. */
  private int darkFrom() {
    return cells.stream().mapToInt(Cell::customers).max().orElse(0) / 2;
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows = cells.stream()
        .map(cell -> JsonDocument.builder()
            .put("r", cell.r())
            .put("f", cell.f())
            .put("customers", cell.customers())
            .put("spend", cell.spendMinor())
            .build())
        .toList();
    JsonDocument square = VegaLite.layer(
        VegaLite.mark("rect"),
        JsonDocument.builder().put("color", vega.quantity("customers", "customers")));
    JsonDocument number = VegaLite.layer(
        JsonDocument.builder().put("type", "text").put("fontWeight", "bold").build(),
        JsonDocument.builder()
            .put("text", VegaLite.field("customers"))
            .put("color", VegaLite.whiteWhere("datum.customers > " + darkFrom())));
    return vega.chart("rfm", 320, 320, rows)
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", vega.ordinal("f", "frequency", "ascending"))
                .put("y", vega.ordinal("r", "recency", "descending"))
                .build())
        .put("layer", List.of(square, number))
        .build();
  }
}
