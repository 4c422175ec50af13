package io.headlesscrm.churn.chart;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import io.headlesscrm.churn.evaluation.RetentionOffer.Profit;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.json.JsonDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a retention offer would have gained by how many customers were asked, those with the highest scores first. It rises
 * while mostly leavers are asked and falls when the offer goes to those who would have stayed.
 *
 * @param offer its cost and the value of a customer who is kept
 * @param success the part of the leavers who take the offer and stay, in [0, 1]
 * @param points from nobody to all; the best one is among them
 */
public record ProfitCurve(RetentionOffer offer, double success, List<Profit> points)
    implements Chart {

  public ProfitCurve {
    requireNonNull(offer, "offer");
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points is empty, there must be at least that of nobody");
    }
  }

  /**
   * The curve of a back-test.
   *
   * @param judgement of one scorer
   * @param offer its cost and the value of a customer who is kept
   * @param success the part of the leavers who take the offer and stay, in [0, 1]
   * @param most how many points about, at least 1: equal steps between them, and the best point
   * @return the curve
   */
  public static ProfitCurve of(
      Judgement judgement, RetentionOffer offer, double success, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ", it must be at least 1");
    }
    List<Profit> all = judgement.profitCurve(offer, success);
    Profit best = best(all);
    double step = (double) (all.size() - 1) / most;
    List<Profit> points = new ArrayList<>();
    double next = 0;
    for (int i = 0; i < all.size(); i++) {
      boolean isDue = i >= next;
      if (isDue || i == all.size() - 1 || all.get(i).equals(best)) {
        points.add(all.get(i));
      }
      next += isDue ? step : 0;
    }
    return new ProfitCurve(offer, success, points);
  }

  /**
   * Where to stop asking.
   *
   * @return the point of the highest profit; of several the one with the fewest asked
   */
  public Profit best() {
    return best(points);
  }

  private static Profit best(List<Profit> points) {
    return points.stream()
        .max(Comparator.comparingDouble(Profit::profit)
            .thenComparing(Comparator.comparingDouble(Profit::part).reversed()))
        .orElseThrow();
  }

  @Override
  public JsonDocument toVegaLite(Locale locale) {
    VegaLite vega = new VegaLite("churn.chart", locale);
    JsonDocument encoding = JsonDocument.builder()
        .put("x", vega.quantity("part", "part-asked", "%"))
        .put("y", vega.quantity("profit", "profit"))
        .build();
    JsonDocument line = JsonDocument.builder()
        .put("mark", VegaLite.line(0, false))
        .put("encoding", encoding)
        .build();
    JsonDocument dot = JsonDocument.builder()
        .put("data", JsonDocument.builder().put("values", List.of(row(best()))).build())
        .put(
            "mark",
            JsonDocument.builder()
                .put("type", "point")
                .put("filled", true)
                .put("size", 80)
                .put("tooltip", true)
                .put("color", VegaLite.COLOURS.get(5))
                .build())
        .put("encoding", encoding)
        .build();
    return vega.chart(
            "profit-curve", 420, 320, points.stream().map(ProfitCurve::row).toList())
        .put("layer", List.of(line, dot))
        .build();
  }

  private static JsonDocument row(Profit point) {
    return JsonDocument.builder()
        .put("part", point.part())
        .put("profit", point.profit())
        .build();
  }
}
