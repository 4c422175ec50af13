package io.headlesscrm.segmentation.grid;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Puts into reasons why a customer is in a cell, and what would change it. */
final class GridReasons {

  /** Far more digits than are shown, and fewer than the last bit of a cut needs. */
  private static final MathContext PLAIN = new MathContext(12);

  private final GridModel model;
  private final CustomerBase base;

  GridReasons(GridModel model, CustomerBase base) {
    this.model = model;
    this.base = base;
  }

  List<Reason> reasons(int row) {
    double[] values = model.values(base, row);
    List<Reason> reasons = new ArrayList<>();
    List<GridAxis> axes = model.grid().axes();
    for (int i = 0; i < axes.size(); i++) {
      reasons.add(value(axes.get(i), values[i]));
      addParts(axes.get(i).indicator(), row, reasons);
    }
    model.moves(values).forEach(move -> reasons.add(move(move)));
    model.findAdvice(model.segment(values)).ifPresent(reasons::add);
    return reasons;
  }

  private Reason value(GridAxis axis, double value) {
    Indicator indicator = axis.indicator();
    int level = axis.level(value);
    return level == GridAxis.MISSING
        ? Reason.of("grid.missing").withValue("indicator", indicator.toReason())
        : Reason.of("grid.value")
            .withValue("indicator", indicator.toReason())
            .withValue("value", shown(indicator, value))
            .withValue("range", range(axis, level));
  }

  private Reason range(GridAxis axis, int level) {
    List<Double> cuts = axis.cuts();
    boolean hasFrom = level > 0;
    boolean hasTo = level < cuts.size() && Double.isFinite(cuts.get(level));
    if (!hasFrom && !hasTo) {
      return Reason.of("grid.range.any");
    }
    Reason range = Reason.of(
        hasFrom && hasTo ? "grid.range.between" : "grid.range." + (hasFrom ? "at-least" : "below"));
    Reason from =
        hasFrom ? range.withValue("from", cut(axis.indicator(), cuts.get(level - 1))) : range;
    return hasTo ? from.withValue("to", cut(axis.indicator(), cuts.get(level))) : from;
  }

  /** More than 5 days are 6 or more. */
  private Reason cut(Indicator indicator, double cut) {
    return shown(indicator, indicator.isCounted() ? Math.ceil(cut) : cut);
  }

  private void addParts(Indicator indicator, int row, List<Reason> reasons) {
    if (indicator.formula() instanceof Formula.Index index && index.parts().size() > 1) {
      for (Part part : index.parts()) {
        double value = base.value(part.measure(), row);
        if (!Double.isNaN(value)) {
          reasons.add(Reason.of("grid.part")
              .withValue("indicator", indicator.toReason())
              .withValue("part", part.measure().name())
              .with("value", value)
              .with("scaled", part.scaled(value)));
        }
      }
    }
  }

  private Reason move(GridMove move) {
    Segment segment = move.segment();
    return Reason.of(move.isUp() ? "grid.up" : "grid.down")
        .withValue("indicator", move.indicator().toReason())
        .withValue("distance", distance(move))
        .withValue("needed", shown(move.indicator(), move.needed()))
        .withValue("segment", segment.toReason());
  }

  /** Where a cut itself is not enough, the distance to it is what has to be exceeded. */
  private Reason distance(GridMove move) {
    BigDecimal exact = BigDecimal.valueOf(move.needed())
        .subtract(BigDecimal.valueOf(move.value()))
        .abs();
    BigDecimal plain = exact.round(PLAIN);
    Reason shown = shown(move.indicator(), plain.doubleValue());
    return exact.compareTo(plain) > 0
        ? Reason.of("grid.more-than").withValue("distance", shown)
        : shown;
  }

  private Reason shown(Indicator indicator, double value) {
    String unit =
        indicator.dependsOnCurrency() ? model.currency().getCurrencyCode() : indicator.unit();
    Reason shown = Reason.of(unit.isEmpty() ? "grid.number" : "grid.quantity");
    Reason named = unit.isEmpty() ? shown : shown.withValue("unit", unit);
    return indicator.isSpend()
        ? named.withValue("number", Reason.of("grid.exact").withValue("number", money(value)))
        : named.withValue("number", Reason.of("grid.rounded").with("number", value));
  }

  private BigDecimal money(double value) {
    return BigDecimal.valueOf(value)
        .setScale(Money.fractionDigits(model.currency()), RoundingMode.CEILING);
  }
}
