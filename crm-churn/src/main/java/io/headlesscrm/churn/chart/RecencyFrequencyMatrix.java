package io.headlesscrm.churn.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The mean probability of a purchase within the horizon, by how often and how recently customers bought: shows at which
 * silence a frequent buyer is as much in doubt as a rare one. Ranges double from one to the next.
 *
 * @param horizon how far the probability looks ahead
 * @param cells every pair of ranges, those without customers too; by purchase days, then by days of silence
 */
public record RecencyFrequencyMatrix(Horizon horizon, List<Cell> cells) implements Chart {

  private static final List<Range> PURCHASE_DAYS = List.of(
      new Range(1, 1),
      new Range(2, 2),
      new Range(3, 4),
      new Range(5, 8),
      new Range(9, 16),
      new Range(17, Integer.MAX_VALUE));

  private static final List<Range> SILENCE = List.of(
      new Range(1, 7),
      new Range(8, 15),
      new Range(16, 30),
      new Range(31, 60),
      new Range(61, 120),
      new Range(121, 240),
      new Range(241, Integer.MAX_VALUE));

  private static final double LIGHT_BELOW = 0.5;

  public RecencyFrequencyMatrix {
    requireNonNull(horizon, "horizon");
    cells = List.copyOf(cells);
  }

  /**
   * Whole numbers from one to another.
   *
   * @param from the first, at least 1
   * @param to the last, {@link Integer#MAX_VALUE} for no limit
   */
  public record Range(int from, int to) {

    /**
     * Whether a number is one of them.
     *
     * @param number any
     * @return true between the ends, which belong to it
     */
    public boolean contains(int number) {
      return number >= from && number <= to;
    }

    /**
     * Whether it has no upper end.
     *
     * @return true for the last range
     */
    public boolean isOpen() {
      return to == Integer.MAX_VALUE;
    }

    /** Such as {@code 3-4}, {@code 1} or {@code 17+}. */
    @Override
    public String toString() {
      if (isOpen()) {
        return from + "+";
      }
      return from == to ? String.valueOf(from) : from + "-" + to;
    }
  }

  /**
   * A pair of ranges.
   *
   * @param purchaseDays distinct purchase days so far
   * @param silenceDays days since the last purchase
   * @param customers how many
   * @param active the mean of their probabilities of a purchase within the horizon, in [0, 1]; NaN without customers
   */
  public record Cell(Range purchaseDays, Range silenceDays, int customers, double active) {}

  /**
   * The matrix of scored customers.
   *
   * @param scores of any scorer; customers of whom only returns are known are left out
   * @return one cell for each pair of ranges
   */
  public static RecencyFrequencyMatrix of(ChurnScores scores) {
    int[] customers = new int[PURCHASE_DAYS.size() * SILENCE.size()];
    double[] active = new double[customers.length];
    CustomerBase base = scores.base();
    for (int row = 0; row < scores.size(); row++) {
      if (base.purchases(row) > 0) {
        int cell = indexOf(base.repeatPurchases(row) + 1, PURCHASE_DAYS) * SILENCE.size()
            + indexOf(base.recencyDays(row), SILENCE);
        customers[cell]++;
        active[cell] += 1 - scores.churnProbability(row);
      }
    }
    List<Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < customers.length; cell++) {
      cells.add(new Cell(
          PURCHASE_DAYS.get(cell / SILENCE.size()),
          SILENCE.get(cell % SILENCE.size()),
          customers[cell],
          active[cell] / customers[cell]));
    }
    return new RecencyFrequencyMatrix(scores.horizon(), cells);
  }

  private static int indexOf(int number, List<Range> ranges) {
    int index = 0;
    while (!ranges.get(index).contains(number)) {
      index++;
    }
    return index;
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("churn.chart", locale);
    List<JsonDocument> rows = cells.stream()
        .filter(cell -> cell.customers() > 0)
        .map(cell -> JsonDocument.builder()
            .put("purchases", cell.purchaseDays().toString())
            .put("silence", cell.silenceDays().toString())
            .put("customers", cell.customers())
            .put("active", cell.active())
            .build())
        .toList();
    JsonDocument square = VegaLite.layer(
        VegaLite.mark("rect"),
        JsonDocument.builder().put("color", vega.quantity("active", "active")));
    JsonDocument number = VegaLite.layer(
        JsonDocument.builder().put("type", "text").build(),
        JsonDocument.builder()
            .put("text", VegaLite.field("customers"))
            .put("color", VegaLite.whiteWhere("datum.active >= " + LIGHT_BELOW)));
    return vega.chart("matrix", 420, 320, rows)
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", vega.ordinal("silence", "silence", names(SILENCE)))
                .put("y", vega.ordinal("purchases", "purchase-days", names(PURCHASE_DAYS)))
                .build())
        .put("layer", List.of(square, number))
        .build();
  }

  private static List<String> names(List<Range> ranges) {
    return ranges.stream().map(Range::toString).toList();
  }
}
