package io.headlesscrm.churn.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.evaluation.WeeklyTracking;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Repeat purchase days of the customers who were known at a cutoff, week by week before and after it, beside those that
 * were forecast at the cutoff for the weeks after it.
 *
 * @param cutoff the last day that was known; a week ends with it
 * @param weeks in the order of time
 */
public record TrackingPlot(LocalDate cutoff, List<Week> weeks) implements Chart {

  private static final int DAYS_OF_A_WEEK = 7;

  public TrackingPlot {
    requireNonNull(cutoff, "cutoff");
    weeks = List.copyOf(weeks);
  }

  /**
   * A week.
   *
   * @param number 1 for the first after the cutoff, 0 for the last before it
   * @param start its first day
   * @param actual purchase days after each customer's first one
   * @param expected those that were forecast; empty before the cutoff
   */
  public record Week(int number, LocalDate start, long actual, OptionalDouble expected) {}

  /**
   * The plot of a back-test.
   *
   * @param known the base as of the day after the cutoff
   * @param tracking forecast and actual after the cutoff, added up, one per week
   * @param weeksBefore how many weeks before the cutoff are shown, at least 0; whole weeks within the window of the base
   * @return the plot
   */
  public static TrackingPlot of(
      CustomerBase known, List<WeeklyTracking> tracking, int weeksBefore) {
    LocalDate cutoff = known.asOf().minusDays(1);
    int before = Math.min(weeksBefore, known.window().days() / DAYS_OF_A_WEEK);
    List<Week> weeks = new ArrayList<>();
    long[] actual = actualBefore(known, before);
    for (int i = 0; i < before; i++) {
      int number = i + 1 - before;
      weeks.add(new Week(number, start(cutoff, number), actual[i], OptionalDouble.empty()));
    }
    double forecast = 0;
    long bought = 0;
    for (WeeklyTracking week : tracking) {
      weeks.add(new Week(
          week.week(),
          start(cutoff, week.week()),
          week.actual() - bought,
          OptionalDouble.of(week.forecast() - forecast)));
      forecast = week.forecast();
      bought = week.actual();
    }
    return new TrackingPlot(cutoff, weeks);
  }

  private static LocalDate start(LocalDate cutoff, int number) {
    return cutoff.plusDays(1).plusWeeks(number - 1L);
  }

  private static long[] actualBefore(CustomerBase known, int weeks) {
    long[] actual = new long[weeks];
    int from = Math.toIntExact(known.asOf().toEpochDay()) - weeks * DAYS_OF_A_WEEK;
    for (int row = 0; row < known.size(); row++) {
      int[] days = known.summary(row).epochDays();
      for (int i = 1; i < days.length; i++) {
        if (days[i] >= from) {
          actual[(days[i] - from) / DAYS_OF_A_WEEK]++;
        }
      }
    }
    return actual;
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("churn.chart", locale);
    String actual = vega.say("actual");
    String expected = vega.say("expected");
    List<JsonDocument> rows = weeks.stream()
        .flatMap(week -> Stream.concat(
            Stream.of(row(week, actual, (double) week.actual())),
            week.expected().stream().mapToObj(value -> row(week, expected, value))))
        .toList();
    JsonDocument lines = VegaLite.layer(
        VegaLite.mark("line"),
        JsonDocument.builder()
            .put("x", vega.quantity("week", "week"))
            .put("y", vega.quantity("purchases", "purchases"))
            .put("color", vega.coloured("line", "line", List.of(actual, expected))));
    JsonDocument cut = JsonDocument.builder()
        .put(
            "data",
            JsonDocument.builder()
                .put("values", List.of(JsonDocument.builder().put("week", 0.5).build()))
                .build())
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "rule")
                .put("strokeDash", new int[] {4, 4})
                .build())
        .put(
            "encoding",
            JsonDocument.builder().put("x", vega.quantity("week", "week")).build())
        .build();
    return vega.chart("tracking", 560, 320, rows)
        .put("layer", List.of(lines, cut))
        .build();
  }

  private static JsonDocument row(Week week, String line, double purchases) {
    return JsonDocument.builder()
        .put("week", week.number())
        .put("start", week.start().toString())
        .put("line", line)
        .put("purchases", purchases)
        .build();
  }
}
