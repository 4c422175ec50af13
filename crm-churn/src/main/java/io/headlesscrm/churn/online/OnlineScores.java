package io.headlesscrm.churn.online;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.history.HistoryScorer;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The histories and scores of many customers in one array of primitives, kept up to date purchase by purchase: an update
 * touches the 24 bytes of one customer and allocates nothing. Customers have numbers from 0 on, which the host keeps
 * beside its own ids; {@link #of(HistoryScorer, Horizon, CustomerBase)} gives them those of the rows of a base.
 *
 * <p>A score counts the day of its last purchase as observed, as a cutoff does: the horizon starts on the day after. It
 * stays as it was until the customer buys again or {@link #rescore} is called, and {@link #scoredThrough} says from when
 * it is. Purchases of a customer come in the order of days; several of a day are one. A late one needs the other days,
 * which are not kept here: {@link #set} the customer anew from the summary.
 *
 * <p>Mutable and not thread-safe: one writer at a time, or one of these for each part of the customers.
 */
public final class OnlineScores {

  /** Longs a customer takes: first and last day, repeat purchases and day of the score, score. */
  private static final int WIDTH = 3;

  /** Customers whose numbers are read before the first of them is scored: their waits for memory overlap. */
  private static final int BLOCK = 32;

  private static final int NO_PURCHASE = -1;

  private final HistoryScorer scorer;
  private final Horizon horizon;
  private long[] cells;
  private int size;

  private OnlineScores(HistoryScorer scorer, Horizon horizon, int capacity) {
    this.scorer = requireNonNull(scorer, "scorer");
    this.horizon = requireNonNull(horizon, "horizon");
    this.cells = new long[Math.multiplyExact(WIDTH, capacity)];
  }

  /**
   * Without customers.
   *
   * @param scorer frozen
   * @param horizon of the scores
   * @return empty
   */
  public static OnlineScores of(HistoryScorer scorer, Horizon horizon) {
    return new OnlineScores(scorer, horizon, 1 << 10);
  }

  /**
   * The customers of a base, each under the number of its row, scored as of its date.
   *
   * @param scorer frozen
   * @param horizon of the scores
   * @param base any; customers of whom only returns are known have no purchase yet
   * @return the scores, those of {@code scorer.score(base, horizon)} to the last bit
   */
  public static OnlineScores of(HistoryScorer scorer, Horizon horizon, CustomerBase base) {
    OnlineScores scores = new OnlineScores(scorer, horizon, base.size());
    int through = Math.toIntExact(base.asOf().toEpochDay()) - 1;
    for (int row = 0; row < base.size(); row++) {
      scores.set(scores.add(), base.summary(row), through);
    }
    return scores;
  }

  /**
   * A new customer, who has not bought yet.
   *
   * @return the number, one more than the last
   */
  public int add() {
    if (WIDTH * (size + 1L) > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(WIDTH, Math.multiplyExact(2, cells.length)));
    }
    write(size, 0, 0, NO_PURCHASE, 0, Double.NaN);
    return size++;
  }

  /**
   * How many customers there are.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * Replaces what is known of a customer, such as after a late purchase or a merge.
   *
   * @param customer a number that {@link #add} gave
   * @param summary all purchases; an empty one takes them away
   * @param throughDay the last observed day, days since 1970-01-01, not before the last purchase
   * @return the probability of no purchase within the horizon; NaN without a purchase
   * @throws IllegalArgumentException when the last purchase is after that day
   */
  public double set(int customer, PurchaseSummary summary, int throughDay) {
    requireCustomer(customer);
    if (summary.isEmpty()) {
      write(customer, 0, 0, NO_PURCHASE, 0, Double.NaN);
      return Double.NaN;
    }
    int first = Math.toIntExact(summary.firstDay().toEpochDay());
    int last = Math.toIntExact(summary.lastDay().toEpochDay());
    requireNotBefore(last, throughDay);
    write(customer, first, last, summary.repeatPurchases(), throughDay, 0);
    return score(customer);
  }

  /**
   * A purchase: the history takes it and the customer is scored anew.
   *
   * @param customer a number that {@link #add} gave
   * @param day days since 1970-01-01; not before the last purchase
   * @return the probability of no purchase within the horizon from the day after on
   * @throws IllegalArgumentException for a day before the last purchase; nothing is changed
   */
  public double purchase(int customer, int day) {
    requireCustomer(customer);
    update(customer, day);
    return score(customer);
  }

  /**
   * Purchases of a day, such as those of one batch: the same as one by one, and faster where the customers are far apart
   * in memory.
   *
   * @param customers their numbers; one may occur several times
   * @param count how many of them, from the first on
   * @param day days since 1970-01-01; not before the last purchase of any of them
   * @param probabilities is given the new scores, in the order of the customers
   * @throws IllegalArgumentException for a day before a last purchase; the customers before that one may have been
   *     updated
   */
  public void purchases(int[] customers, int count, int day, double[] probabilities) {
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      for (int i = from; i < to; i++) {
        requireCustomer(customers[i]);
        update(customers[i], day);
      }
      for (int i = from; i < to; i++) {
        probabilities[i] = score(customers[i]);
      }
    }
  }

  private void update(int customer, int day) {
    int at = WIDTH * customer;
    long days = cells[at];
    int repeats = high(cells[at + 1]);
    if (repeats == NO_PURCHASE) {
      cells[at] = pair(day, day);
      cells[at + 1] = pair(0, day);
      return;
    }
    int last = low(days);
    requireNotBefore(last, day);
    cells[at] = pair(high(days), day);
    cells[at + 1] = pair(day > last ? repeats + 1 : repeats, day);
  }

  /**
   * Scores a customer as of another day, without a purchase.
   *
   * @param customer a number that {@link #add} gave
   * @param throughDay the last observed day, days since 1970-01-01, not before the last purchase
   * @return the probability of no purchase within the horizon; NaN without a purchase
   * @throws IllegalArgumentException when the last purchase is after that day; nothing is changed
   */
  public double rescore(int customer, int throughDay) {
    requireCustomer(customer);
    int repeats = high(cells[WIDTH * customer + 1]);
    if (repeats == NO_PURCHASE) {
      return Double.NaN;
    }
    requireNotBefore(low(cells[WIDTH * customer]), throughDay);
    cells[WIDTH * customer + 1] = pair(repeats, throughDay);
    return score(customer);
  }

  /**
   * Scores everybody as of another day, such as every night.
   *
   * @param throughDay the last observed day, days since 1970-01-01, not before any purchase
   * @throws IllegalArgumentException when a purchase is after that day; customers before that one are scored anew
   */
  public void rescoreAll(int throughDay) {
    for (int customer = 0; customer < size; customer++) {
      rescore(customer, throughDay);
    }
  }

  private double score(int customer) {
    int at = WIDTH * customer;
    long days = cells[at];
    long state = cells[at + 1];
    int first = high(days);
    double probability =
        scorer.churnProbability(high(state), low(days) - first, low(state) - first, horizon.days());
    cells[at + 2] = Double.doubleToRawLongBits(probability);
    return probability;
  }

  /**
   * The score that is kept.
   *
   * @param customer a number that {@link #add} gave
   * @return the probability of no purchase within the horizon, in [0, 1]; NaN without a purchase
   */
  public double churnProbability(int customer) {
    requireCustomer(customer);
    return Double.longBitsToDouble(cells[WIDTH * customer + 2]);
  }

  /**
   * From when the score is.
   *
   * @param customer who has bought
   * @return the last day that it takes as observed
   * @throws IllegalStateException without a purchase
   */
  public LocalDate scoredThrough(int customer) {
    requirePurchase(customer);
    return LocalDate.ofEpochDay(low(cells[WIDTH * customer + 1]));
  }

  /**
   * The history that was scored.
   *
   * @param customer who has bought
   * @return in days, as of {@link #scoredThrough}
   * @throws IllegalStateException without a purchase
   */
  public PurchaseHistory history(int customer) {
    requirePurchase(customer);
    long days = cells[WIDTH * customer];
    long state = cells[WIDTH * customer + 1];
    return new PurchaseHistory(high(state), low(days) - high(days), low(state) - high(days));
  }

  /**
   * Why the score is what it is; made now, not with the score.
   *
   * @param customer who has bought
   * @return the weightiest reason first
   * @throws IllegalStateException without a purchase
   */
  public List<Reason> explain(int customer) {
    return scorer.explain(history(customer), horizon);
  }

  private void write(int customer, int first, int last, int repeats, int day, double score) {
    int at = WIDTH * customer;
    cells[at] = pair(first, last);
    cells[at + 1] = pair(repeats, day);
    cells[at + 2] = Double.doubleToRawLongBits(score);
  }

  private static long pair(int high, int low) {
    return ((long) high << 32) | (low & 0xFFFF_FFFFL);
  }

  private static int high(long pair) {
    return (int) (pair >> 32);
  }

  private static int low(long pair) {
    return (int) pair;
  }

  private void requireCustomer(int customer) {
    if (customer < 0 || customer >= size) {
      throw new IndexOutOfBoundsException(
          "customer is " + customer + ", it must be in [0, " + size + ")");
    }
  }

  private void requirePurchase(int customer) {
    requireCustomer(customer);
    if (high(cells[WIDTH * customer + 1]) == NO_PURCHASE) {
      throw new IllegalStateException(
          "customer " + customer
              + " has no purchase, so there is no score. Maybe ask churnProbability first, which is NaN then?");
    }
  }

  private static void requireNotBefore(int last, int day) {
    if (day < last) {
      throw new IllegalArgumentException(
          "day is " + day + ", it must not be before the last purchase, " + last
              + ". Maybe set the customer anew from the summary?");
    }
  }

  /** Such as {@code 4338 customers scored within 90 days}. */
  @Override
  public String toString() {
    return size + " customers scored within " + horizon;
  }
}
