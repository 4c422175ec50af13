package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How likely the customers of a base are to buy an item, one score per row, with explanations that are made when asked for.
 * Immutable and thread-safe.
 */
public final class PropensityScores {

  private final CustomerBase base;
  private final String item;
  private final Horizon horizon;
  private final Provenance provenance;
  private final double baseRate;
  private final double[] probabilities;
  private final IntFunction<List<Reason>> explanation;

  PropensityScores(
      CustomerBase base,
      String item,
      Horizon horizon,
      Provenance provenance,
      double baseRate,
      IntToDoubleFunction probability,
      IntFunction<List<Reason>> explanation) {
    this.base = base;
    this.item = item;
    this.horizon = horizon;
    this.provenance = provenance;
    this.baseRate = baseRate;
    this.explanation = explanation;
    this.probabilities =
        IntStream.range(0, base.size()).mapToDouble(probability).toArray();
    for (double one : probabilities) {
      PropensityScore.requireProbability(one);
    }
  }

  /**
   * How many customers are scored.
   *
   * @return the size of the base
   */
  public int size() {
    return probabilities.length;
  }

  /**
   * Whose scores these are.
   *
   * @return the base, with the same rows
   */
  public CustomerBase base() {
    return base;
  }

  /**
   * Which item they are about.
   *
   * @return as the purchases name it
   */
  public String item() {
    return item;
  }

  /**
   * The part of all customers that bought it within as many days in the past.
   *
   * @return in (0, 1)
   */
  public double baseRate() {
    return baseRate;
  }

  /**
   * The score of a row as a bare number.
   *
   * @param row 0 to size - 1
   * @return the probability of buying the item within the horizon, in [0, 1]
   */
  public double probability(int row) {
    return probabilities[row];
  }

  /**
   * The score of a row with its reasons.
   *
   * @param row 0 to size - 1
   * @return the score
   */
  public PropensityScore score(int row) {
    return new PropensityScore(
        base.customer(row), item, horizon, probabilities[row], explanation.apply(row));
  }

  /**
   * The score of a customer.
   *
   * @param customer any
   * @return empty when the base does not have the customer
   */
  public Optional<PropensityScore> findScore(CustomerId customer) {
    OptionalInt row = base.findRow(customer);
    return row.isPresent() ? Optional.of(score(row.getAsInt())) : Optional.empty();
  }

  /**
   * The customers most likely to buy the item.
   *
   * @param n at least 0
   * @return the n highest scores, or all when there are fewer, highest first; equal ones in the order of their ids
   */
  public List<PropensityScore> likeliest(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n + ", it must be at least 0");
    }
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -probabilities[row]))
        .limit(n)
        .map(this::score)
        .toList();
  }

  /**
   * The score of a row as a fact to keep.
   *
   * @param row 0 to size - 1
   * @return of the kind {@code buys-90d ITEM} (with the horizon's days), its value the probability with four decimals
   */
  public Assessment toAssessment(int row) {
    PropensityScore score = score(row);
    return Assessment.of(
        score.customer(),
        "buys-" + horizon.days() + "d " + item,
        String.format(Locale.ROOT, "%.4f", score.probability()),
        base.asOf(),
        score.reasons(),
        provenance);
  }

  /** Such as {@code 4338 scores of 85123A within 90 days}. */
  @Override
  public String toString() {
    return size() + " scores of " + item + " within " + horizon;
  }
}
