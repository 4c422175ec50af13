package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

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
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The churn probabilities of a base, one per row, with explanations that are made when asked for. Immutable and
 * thread-safe.
 */
public final class ChurnScores {

  private final CustomerBase base;
  private final Horizon horizon;
  private final Provenance provenance;
  private final double[] probabilities;
  private final IntFunction<List<Reason>> explanation;

  private ChurnScores(
      CustomerBase base,
      Horizon horizon,
      Provenance provenance,
      double[] probabilities,
      IntFunction<List<Reason>> explanation) {
    this.base = base;
    this.horizon = horizon;
    this.provenance = provenance;
    this.probabilities = probabilities;
    this.explanation = explanation;
  }

  /**
   * Scores every row of a base now; explains rows later.
   *
   * @param base whose customers are scored
   * @param horizon how far the scores look ahead
   * @param provenance how they were made
   * @param probability of no purchase within the horizon, by row; called once per row
   * @param explanation by row, the weightiest reason first; called when a row is asked for, from any thread
   * @return the scores
   * @throws IllegalArgumentException when a probability is outside [0, 1] or NaN
   */
  public static ChurnScores of(
      CustomerBase base,
      Horizon horizon,
      Provenance provenance,
      IntToDoubleFunction probability,
      IntFunction<List<Reason>> explanation) {
    requireNonNull(horizon, "horizon");
    requireNonNull(provenance, "provenance");
    requireNonNull(explanation, "explanation");
    double[] probabilities = new double[base.size()];
    for (int row = 0; row < probabilities.length; row++) {
      probabilities[row] = probability.applyAsDouble(row);
      ChurnScore.requireProbability(probabilities[row]);
    }
    return new ChurnScores(base, horizon, provenance, probabilities, explanation);
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
   * How far the scores look ahead.
   *
   * @return from the date of the base on
   */
  public Horizon horizon() {
    return horizon;
  }

  /**
   * How the scores were made.
   *
   * @return method, parameters and the base that was scored
   */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * The score of a row as a bare number.
   *
   * @param row 0 to size - 1
   * @return the probability of no purchase within the horizon, in [0, 1]
   */
  public double churnProbability(int row) {
    return probabilities[row];
  }

  /**
   * The score of a row with its reasons.
   *
   * @param row 0 to size - 1
   * @return the score
   */
  public ChurnScore score(int row) {
    return new ChurnScore(base.customer(row), horizon, probabilities[row], explanation.apply(row));
  }

  /**
   * The score of a customer.
   *
   * @param customer any
   * @return empty when the base does not have the customer
   */
  public Optional<ChurnScore> findScore(CustomerId customer) {
    OptionalInt row = base.findRow(customer);
    return row.isPresent() ? Optional.of(score(row.getAsInt())) : Optional.empty();
  }

  /**
   * The customers most likely not to buy.
   *
   * @param n at least 0
   * @return the n highest scores, or all when there are fewer, highest first; equal ones in the order of their ids
   */
  public List<ChurnScore> highestRisk(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n + ", it must be at least 0");
    }
    Comparator<Integer> riskiestFirst = Comparator.<Integer>comparingDouble(
            row -> -probabilities[row])
        .thenComparing(Comparator.naturalOrder());
    PriorityQueue<Integer> kept = new PriorityQueue<>(riskiestFirst.reversed());
    for (int row = 0; row < size(); row++) {
      kept.add(row);
      if (kept.size() > n) {
        kept.remove();
      }
    }
    return kept.stream().sorted(riskiestFirst).map(this::score).toList();
  }

  /**
   * The score of a row as a fact to keep.
   *
   * @param row 0 to size - 1
   * @return of the kind {@code churn-90d} (with the horizon's days), its value the probability with four decimals
   */
  public Assessment toAssessment(int row) {
    ChurnScore score = score(row);
    return Assessment.of(
        score.customer(),
        "churn-" + horizon.days() + "d",
        String.format(Locale.ROOT, "%.4f", score.churnProbability()),
        base.asOf(),
        score.reasons(),
        provenance);
  }

  /** Such as {@code 4338 churn scores within 90 days by bg-nbd...}. */
  @Override
  public String toString() {
    return size() + " churn scores within " + horizon + " by " + provenance;
  }
}
