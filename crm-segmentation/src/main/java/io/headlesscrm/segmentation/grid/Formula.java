package io.headlesscrm.segmentation.grid;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.util.List;

/** How an indicator is computed from the measures of a base. */
public sealed interface Formula {

  /**
   * The value of a customer.
   *
   * @param base with the measures of the formula
   * @param row of the base
   * @return NaN when it is not known
   * @throws IllegalArgumentException when the base lacks a measure, or a value is infinite
   */
  double value(CustomerBase base, int row);

  /**
   * The measures that are read.
   *
   * @return in the order of the formula
   */
  List<Measure> measures();

  /**
   * Measures added with their weights, such as margin less cost to serve. Missing when one of them is.
   *
   * @param terms at least one
   */
  record Sum(List<Term> terms) implements Formula {

    public Sum {
      terms = List.copyOf(terms);
      requireSome(terms);
    }

    @Override
    public double value(CustomerBase base, int row) {
      double sum = 0;
      for (Term term : terms) {
        sum += term.weight() * finite(base, term.measure(), row);
      }
      // adding zero makes -0.0 the same as 0.0
      return sum + 0.0;
    }

    @Override
    public List<Measure> measures() {
      return terms.stream().map(Term::measure).toList();
    }
  }

  /**
   * The weighted mean of scaled measures, in [0, 1]. Parts that are not known are left out and the weights of the others
   * grow accordingly; with fewer known parts than asked for the index is missing.
   *
   * @param parts at least one
   * @param needed how many parts must be known, from 1 to their number
   */
  record Index(List<Part> parts, int needed) implements Formula {

    public Index {
      parts = List.copyOf(parts);
      requireSome(parts);
      if (needed < 1 || needed > parts.size()) {
        throw new IllegalArgumentException("needed parts are " + needed + ", it must be from 1 to "
            + parts.size() + ". Maybe some parts were left out?");
      }
    }

    @Override
    public double value(CustomerBase base, int row) {
      double sum = 0;
      double weights = 0;
      int known = 0;
      for (Part part : parts) {
        double scaled = part.scaled(finite(base, part.measure(), row));
        if (!Double.isNaN(scaled)) {
          sum += part.weight() * scaled;
          weights += part.weight();
          known++;
        }
      }
      return known < needed ? Double.NaN : sum / weights;
    }

    /**
     * What each part contributes to the index of a customer.
     *
     * @param base with the measures
     * @param row of the base
     * @return in the order of the parts, 0 for one that is not known; they add up to the index
     */
    public double[] contributions(CustomerBase base, int row) {
      double[] contributions = new double[parts.size()];
      double weights = 0;
      for (int i = 0; i < contributions.length; i++) {
        double scaled = parts.get(i).scaled(finite(base, parts.get(i).measure(), row));
        if (!Double.isNaN(scaled)) {
          contributions[i] = parts.get(i).weight() * scaled;
          weights += parts.get(i).weight();
        }
      }
      for (int i = 0; i < contributions.length; i++) {
        contributions[i] = weights == 0 ? 0 : contributions[i] / weights;
      }
      return contributions;
    }

    @Override
    public List<Measure> measures() {
      return parts.stream().map(Part::measure).toList();
    }
  }

  private static void requireSome(List<?> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no measure, there must be at least one. Maybe the list was not filled?");
    }
  }

  private static double finite(CustomerBase base, Measure measure, int row) {
    double value = base.value(measure, row);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(measure + " of customer " + base.customer(row) + " is "
          + value + ", it must be finite. Maybe leave it out, so that it is missing?");
    }
    return value;
  }
}
