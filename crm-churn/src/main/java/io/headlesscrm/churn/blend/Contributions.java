package io.headlesscrm.churn.blend;

import io.headlesscrm.core.evidence.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the parts of a customer's history add to the log-odds of leaving. */
final class Contributions {

  private static final int MOST_REASONS = 3;
  private static final double LEAST_POINTS = 0.05;

  /** Columns that speak of one thing, which a reader would not tell apart. */
  private enum Part {
    SILENCE,
    FREQUENCY,
    REGULARITY,
    AGE,
    AMOUNTS,
    ITEMS,
    RETURNS,
    MODELS,
    HORIZON;

    static Part of(String column) {
      if (column.startsWith("logit(")) {
        return MODELS;
      }
      if (column.endsWith("-amount)")) {
        return AMOUNTS;
      }
      if (column.endsWith("-items)")) {
        return ITEMS;
      }
      return switch (column) {
        case "ln(1+gap)", "gap/(1+T)", "ln(1+gap/mg)", "ln(gap/longest-gap)", "sqrt(gap)" ->
          SILENCE;
        case "ln(1+longest-gap)", "ln(1+last-gap)", "gap-variation" -> REGULARITY;
        case "ln(1+T)" -> AGE;
        case "ln(1+returns)" -> RETURNS;
        case "ln(horizon)" -> HORIZON;
        default -> FREQUENCY;
      };
    }
  }

  private Contributions() {}

  static Map<String, Double> of(Learned learned, double[] row) {
    Map<String, Double> contributions = new LinkedHashMap<>();
    contributions.put("intercept", -learned.intercept());
    List<String> names = learned.beside().names();
    for (int column = 0; column < names.size(); column++) {
      contributions.put(names.get(column), -learned.contribution(column, row[column]));
    }
    return contributions;
  }

  /** The weightiest parts, those of the horizon and the mean customer left out, which are the same for all. */
  static List<Reason> reasons(Learned learned, double[] row) {
    Map<Part, Double> parts = new LinkedHashMap<>();
    List<String> names = learned.beside().names();
    for (int column = 0; column < names.size(); column++) {
      parts.merge(
          Part.of(names.get(column)), -learned.contribution(column, row[column]), Double::sum);
    }
    parts.remove(Part.HORIZON);
    return parts.entrySet().stream()
        .filter(part -> Math.abs(part.getValue()) >= LEAST_POINTS)
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.getValue())))
        .limit(MOST_REASONS)
        .map(part -> Reason.of("churn.part." + part.getKey().name().toLowerCase(Locale.ROOT))
            .with("points", part.getValue()))
        .toList();
  }
}
