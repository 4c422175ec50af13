package io.headlesscrm.churn.evaluation;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.OptionalInt;

/** What the customers of a base did within a horizon after it. Immutable. */
public final class Outcome {

  private final CustomerBase base;
  private final Horizon horizon;
  private final int[] purchaseDays;

  private Outcome(CustomerBase base, Horizon horizon, int[] purchaseDays) {
    this.base = base;
    this.horizon = horizon;
    this.purchaseDays = purchaseDays;
  }

  /**
   * The outcome that a log knows.
   *
   * @param log with purchases before and after the cutoff
   * @param cutoff the last day of the base
   * @param horizon from the day after the cutoff on; the log should reach its end
   * @param policy which rows count, before and after
   * @return the customers known at the cutoff, and what they bought
   */
  public static Outcome of(
      PurchaseLog log, LocalDate cutoff, Horizon horizon, ReturnsPolicy policy) {
    CustomerBase base = log.through(cutoff, policy);
    LocalDate start = cutoff.plusDays(1);
    CustomerBase later =
        log.within(new ObservationWindow(start, start.plusDays(horizon.days())), policy);
    int[] purchaseDays = new int[base.size()];
    for (int row = 0; row < purchaseDays.length; row++) {
      OptionalInt found = later.findRow(base.customer(row));
      purchaseDays[row] = found.isPresent() ? later.summary(found.getAsInt()).purchaseDays() : 0;
    }
    return new Outcome(base, horizon, purchaseDays);
  }

  /**
   * Whose outcome it is.
   *
   * @return the base as of the first day of the horizon
   */
  public CustomerBase base() {
    return base;
  }

  /**
   * How far was looked.
   *
   * @return from the date of the base on
   */
  public Horizon horizon() {
    return horizon;
  }

  /**
   * Distinct purchase days within the horizon.
   *
   * @return a copy, one number per row
   */
  public int[] purchaseDays() {
    return purchaseDays.clone();
  }

  /**
   * Who left.
   *
   * @return for each row whether there was no purchase within the horizon
   */
  public boolean[] left() {
    boolean[] left = new boolean[purchaseDays.length];
    for (int row = 0; row < left.length; row++) {
      left[row] = purchaseDays[row] == 0;
    }
    return left;
  }

  /**
   * The part of the customers who bought.
   *
   * @return in [0, 1]; NaN without customers
   */
  public double activeShare() {
    int active = 0;
    for (int days : purchaseDays) {
      active += days > 0 ? 1 : 0;
    }
    return (double) active / purchaseDays.length;
  }
}
