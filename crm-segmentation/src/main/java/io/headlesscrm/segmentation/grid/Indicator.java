package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.util.List;

/**
 * What a strategy looks at: a measure of the base, a sum of measures or an index of several.
 *
 * @param name in English, such as {@code profit}; not blank
 * @param chineseName in Simplified Chinese; not blank
 * @param unit such as {@code EUR} or {@code days}; may be empty
 * @param formula how it is computed
 */
public record Indicator(String name, String chineseName, String unit, Formula formula) {

  public Indicator {
    requireNonNull(name, "name");
    requireNonNull(chineseName, "chineseName");
    requireNonNull(unit, "unit");
    requireNonNull(formula, "formula");
    if (name.isBlank() || chineseName.isBlank()) {
      throw new IllegalArgumentException("the names of an indicator must not be blank");
    }
  }

  /**
   * The amount that customers spent, exact.
   *
   * @return the indicator
   */
  public static Indicator spend() {
    return of(Measure.MONETARY, "spend", "消费额");
  }

  /**
   * A measure under its own name.
   *
   * @param measure of the base
   * @return the indicator
   */
  public static Indicator of(Measure measure) {
    return of(measure, measure.name(), measure.name());
  }

  /**
   * A measure.
   *
   * @param measure of the base
   * @param name in English
   * @param chineseName in Simplified Chinese
   * @return the indicator
   */
  public static Indicator of(Measure measure, String name, String chineseName) {
    return new Indicator(
        name, chineseName, measure.unit(), new Formula.Sum(List.of(new Term(measure, 1))));
  }

  /**
   * What one measure leaves of another one, such as a margin less the cost to serve.
   *
   * @param name in English
   * @param chineseName in Simplified Chinese
   * @param from what is there
   * @param less what is taken away, in the same unit
   * @return the indicator
   */
  public static Indicator difference(String name, String chineseName, Measure from, Measure less) {
    return new Indicator(
        name,
        chineseName,
        from.unit(),
        new Formula.Sum(List.of(new Term(from, 1), new Term(less, -1))));
  }

  /**
   * The weighted mean of scaled measures, in [0, 1], known as soon as one part is.
   *
   * @param name in English
   * @param chineseName in Simplified Chinese
   * @param parts at least one
   * @return the indicator
   */
  public static Indicator index(String name, String chineseName, List<Part> parts) {
    return new Indicator(name, chineseName, "", new Formula.Index(parts, 1));
  }

  /**
   * The value of a customer.
   *
   * @param base with the measures of the indicator
   * @param row of the base
   * @return NaN when it is not known
   * @throws IllegalArgumentException when the base lacks a measure, or a value is infinite
   */
  public double value(CustomerBase base, int row) {
    return formula.value(base, row);
  }

  /**
   * The values of all customers.
   *
   * @param base with the measures of the indicator
   * @return in the order of the rows; NaN where a value is not known
   */
  public double[] values(CustomerBase base) {
    double[] values = new double[base.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value(base, row);
    }
    return values;
  }

  /**
   * Whether the value is the amount that a customer spent, which has minor units.
   *
   * @return true for {@link #spend()} under any name
   */
  public boolean isSpend() {
    return formula instanceof Formula.Sum sum
        && sum.terms().equals(List.of(new Term(Measure.MONETARY, 1)));
  }

  /**
   * Whether there are only whole numbers of it: purchases or days that the base counts.
   *
   * @return true for one such measure under any name
   */
  public boolean isCounted() {
    return formula instanceof Formula.Sum sum
        && sum.terms().size() == 1
        && sum.terms().get(0).measure().isCounted()
        && sum.terms().get(0).weight() == 1;
  }

  /**
   * Whether the value depends on the currency of the base.
   *
   * @return true when the amount spent is part of it
   */
  public boolean dependsOnCurrency() {
    return formula.measures().contains(Measure.MONETARY);
  }

  /**
   * The name as part of a reason, so that it is rendered in the reason's language.
   *
   * @return a reason that holds both names
   */
  public Reason toReason() {
    return Reason.of("grid.indicator").withValue("en", name).withValue("zh", chineseName);
  }

  /** Such as {@code profit = [Term[measure=margin (EUR), weight=1.0], ...]}. */
  @Override
  public String toString() {
    return formula instanceof Formula.Sum sum ? name + " = " + sum.terms() : name + " = " + formula;
  }
}
