package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Where the score of a customer goes from here: the day on which it passes a threshold while nothing is bought, and what a
 * purchase today would make of it.
 *
 * <pre>{@code
 * ScoreOutlook outlook = ScoreOutlook.of(scorer, base, Horizon.ofDays(90));
 * outlook.findPassing(row, 0.8); // 2026-05-12
 * outlook.reasons(row, 0.8);
 * }</pre>
 *
 * <p>The scorer is asked about the same purchases as of later days, on which nobody has bought; columns of the host are
 * not known there. Where the score does not rise all the time, the day found is one on which it passes the threshold, not
 * surely the first. The scores of each day that was asked about are kept, 8 bytes a customer. Thread-safe.
 */
public final class ScoreOutlook {

  /** How far is looked, two years and a bit: {@value} days. */
  public static final int FURTHEST_DAYS = 1024;

  private final ChurnScorer scorer;
  private final CustomerBase base;
  private final Horizon horizon;
  private final ChurnScores now;
  private final Map<CustomerId, PurchaseSummary> summaries = new LinkedHashMap<>();
  private final ConcurrentMap<Integer, ChurnScores> later = new ConcurrentHashMap<>();

  private ScoreOutlook(ChurnScorer scorer, CustomerBase base, Horizon horizon) {
    this.scorer = requireNonNull(scorer, "scorer");
    this.base = base;
    this.horizon = horizon;
    this.now = scorer.score(base, horizon);
    for (int row = 0; row < base.size(); row++) {
      summaries.put(base.customer(row), base.summary(row));
    }
  }

  /**
   * The outlook of all customers of a base.
   *
   * @param scorer frozen
   * @param base as of today
   * @param horizon of the scores
   * @return computes when asked
   */
  public static ScoreOutlook of(ChurnScorer scorer, CustomerBase base, Horizon horizon) {
    return new ScoreOutlook(scorer, base, horizon);
  }

  /**
   * The scores as of today.
   *
   * @return of the base
   */
  public ChurnScores scores() {
    return now;
  }

  /**
   * The day as of which the score has reached a threshold, if nothing is bought before it.
   *
   * @param row 0 to size - 1
   * @param threshold a probability, in [0, 1]
   * @return the date of the base when it has already; empty when it has not within {@value #FURTHEST_DAYS} days
   */
  public Optional<LocalDate> findPassing(int row, double threshold) {
    ChurnScore.requireProbability(threshold);
    if (now.churnProbability(row) >= threshold) {
      return Optional.of(base.asOf());
    }
    int below = 0;
    int reached = 1;
    while (silent(row, reached) < threshold) {
      if (reached == FURTHEST_DAYS) {
        return Optional.empty();
      }
      below = reached;
      reached = 2 * reached;
    }
    while (reached - below > 1) {
      int middle = (below + reached) / 2;
      if (silent(row, middle) < threshold) {
        below = middle;
      } else {
        reached = middle;
      }
    }
    return Optional.of(base.asOf().plusDays(reached));
  }

  /**
   * The score after days in which nothing is bought.
   *
   * @param row 0 to size - 1
   * @param days from the date of the base on, at least 0
   * @return the probability of no purchase within the horizon after them, in [0, 1]
   */
  public double silent(int row, int days) {
    if (days == 0) {
      return now.churnProbability(row);
    }
    ChurnScores scores = later.computeIfAbsent(days, this::silent);
    return scores.churnProbability(scores.base().findRow(base.customer(row)).orElseThrow());
  }

  /**
   * The score if the customer bought today, which is the date of the base, for the mean amount of its purchases.
   *
   * @param row 0 to size - 1
   * @return the probability of no purchase within the horizon after today, in [0, 1]
   */
  public double afterPurchase(int row) {
    CustomerId customer = base.customer(row);
    PurchaseSummary summary = base.summary(row);
    long amount = summary.purchases() == 0 ? 0 : summary.spendMinor() / summary.purchases();
    Map<CustomerId, PurchaseSummary> bought = new LinkedHashMap<>(summaries);
    bought.put(customer, summary.withPurchase(base.asOf(), amount));
    CustomerBase tomorrow = CustomerBase.of(bought, base.asOf().plusDays(1), base.currency());
    ChurnScores scores = scorer.score(tomorrow, horizon);
    return scores.churnProbability(tomorrow.findRow(customer).orElseThrow());
  }

  /**
   * The outlook in words.
   *
   * @param row 0 to size - 1
   * @param threshold a probability, in [0, 1]
   * @return when the score passes the threshold, then what a purchase today would change
   */
  public List<Reason> reasons(int row, double threshold) {
    Reason passing = findPassing(row, threshold)
        .map(day -> day.equals(base.asOf())
            ? Reason.of("churn.outlook.passed")
            : Reason.of("churn.outlook.passes").withValue("day", day))
        .orElseGet(() -> Reason.of("churn.outlook.stays").with("days", FURTHEST_DAYS));
    Reason purchase = Reason.of("churn.outlook.purchase")
        .with("now", now.churnProbability(row))
        .with("then", afterPurchase(row));
    return List.of(passing.with("threshold", threshold), purchase);
  }

  private ChurnScores silent(int days) {
    return scorer.score(
        CustomerBase.of(summaries, base.asOf().plusDays(days), base.currency()), horizon);
  }
}
