package io.headlesscrm.segmentation.chart;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of the customers who first bought in a month, how many bought in each later month. Months that had not ended by the date
 * of the base are not shown.
 *
 * @param cells by month of the first purchase, then by months since
 */
public record CohortHeatmap(List<Cell> cells) implements Chart {

  public CohortHeatmap {
    cells = List.copyOf(cells);
  }

  /**
   * A cohort in a month.
   *
   * @param cohort month of the first purchase
   * @param monthsSince 0 for that month
   * @param size customers of the cohort
   * @param active those who bought in the month
   */
  public record Cell(YearMonth cohort, int monthsSince, int size, int active) {

    /**
     * The share who bought.
     *
     * @return in [0, 1]
     */
    public double share() {
      return (double) active / size;
    }
  }

  /**
   * The cohorts of a base.
   *
   * @param base any
   * @return the earliest cohort first
   */
  public static CohortHeatmap of(CustomerBase base) {
    Map<YearMonth, int[]> active = new TreeMap<>();
    YearMonth last = YearMonth.from(base.asOf()).minusMonths(1);
    for (int row = 0; row < base.size(); row++) {
      if (base.purchases(row) > 0) {
        int[] days = base.summary(row).epochDays();
        YearMonth first = month(days[0]);
        if (!first.isAfter(last)) {
          int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
          count(days, first, active.computeIfAbsent(first, key -> new int[months]));
        }
      }
    }
    List<Cell> cells = new ArrayList<>();
    active.forEach((cohort, counts) -> {
      for (int since = 0; since < counts.length; since++) {
        cells.add(new Cell(cohort, since, counts[0], counts[since]));
      }
    });
    return new CohortHeatmap(cells);
  }

  private static void count(int[] days, YearMonth first, int[] counts) {
    BitSet bought = new BitSet();
    for (int day : days) {
      bought.set((int) ChronoUnit.MONTHS.between(first, month(day)));
    }
    bought.stream().filter(since -> since < counts.length).forEach(since -> counts[since]++);
  }

  private static YearMonth month(int epochDay) {
    return YearMonth.from(LocalDate.ofEpochDay(epochDay));
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("chart", locale);
    List<JsonDocument> rows = cells.stream()
        .map(cell -> JsonDocument.builder()
            .put("cohort", cell.cohort().toString())
            .put("since", cell.monthsSince())
            .put("share", cell.share())
            .put("size", cell.size())
            .build())
        .toList();
    return vega.chart("cohorts", 420, 320, rows)
        .put("mark", VegaLite.mark("rect"))
        .put(
            "encoding",
            JsonDocument.builder()
                .put("x", vega.ordinal("since", "months-since", "ascending"))
                .put("y", vega.ordinal("cohort", "cohort", "ascending"))
                .put(
                    "color",
                    JsonDocument.builder()
                        .put("field", "share")
                        .put("type", "quantitative")
                        .put("title", vega.say("share-active"))
                        .put("legend", JsonDocument.builder().put("format", "%").build())
                        .build())
                .build())
        .build();
  }
}
