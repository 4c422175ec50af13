package io.headlesscrm.examples.analyse.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the revenue is spread over the customers, sorted from the best one down.
 *
 * @param curve points of the Pareto curve, ascending, without the origin; a few hundred are plenty
 * @param classes the ABC classes, A first
 * @param gini Gini coefficient in [0, 1], empty where there is no revenue
 */
public record Concentration(List<CurvePoint> curve, List<AbcClass> classes, OptionalDouble gini) {

  public Concentration {
    curve = List.copyOf(curve);
    classes = List.copyOf(classes);
  }

  /** No revenue, no curve. */
  boolean isEmpty() {
    return curve.isEmpty() || gini.isEmpty();
  }
}
