package io.headlesscrm.churn.drop;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.purchase.CustomerBase;

/**
 * Finds customers whose latest weeks are clearly below their own past. A customer who buys daily is missed after days, one
 * who buys twice a year is not missed after a quarter.
 *
 * <p>Purchases: a customer's rate has a Gamma distribution whose shape and rate are learnt from all customers' baselines
 * and updated by the customer's own, so that the number of purchase days in the window is negative binomial when nothing
 * changed. The window's expectation is multiplied by what happened to all (trend and season). Where the history goes back
 * so far, the same weeks of the year before are a second baseline, and only who is below both is warned of: a seasonal
 * shipper is not. Amounts: the logarithm of the mean amount of the window's purchase days against that of the days before,
 * less the change of the middle customer, in units of its spread among customers.
 *
 * <p>Of the tests of either kind those are kept that Benjamini and Hochberg's procedure allows, so that on the mean no
 * more than the stated part of the warnings is false. Counts are whole numbers, which makes the true part smaller. Who buys
 * so rarely that even silence would prove nothing is not tested and counts as unknown.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: Benjamini &amp; Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x; Ehrenberg (1959),
 * doi:10.2307/2985810 (Gamma-Poisson purchases).
 */
public final class DropDetector {

  private final Horizon window;
  private final double falseDiscoveryRate;

  private DropDetector(Horizon window, double falseDiscoveryRate) {
    this.window = window;
    this.falseDiscoveryRate = falseDiscoveryRate;
  }

  /**
   * The usual detector.
   *
   * @return a window of eight weeks, at most a tenth of the warnings false
   */
  public static DropDetector usual() {
    return new DropDetector(Horizon.ofWeeks(8), 0.1);
  }

  /**
   * This detector with another window.
   *
   * @param latest how long back the change is looked for; shorter finds sooner, longer finds smaller drops
   * @return a new detector
   */
  public DropDetector withWindow(Horizon latest) {
    return new DropDetector(latest, falseDiscoveryRate);
  }

  /**
   * This detector with another rate of false warnings.
   *
   * @param rate on the mean at most, in (0, 1)
   * @return a new detector
   */
  public DropDetector withFalseDiscoveryRate(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "false discovery rate is " + rate + ", it must be between 0 and 1. Maybe 0.1 for 10 %?");
    }
    return new DropDetector(window, rate);
  }

  /**
   * Looks for drops.
   *
   * @param base as of the day after the window; amounts are looked at where it can tell what was spent before the window,
   *     which a base of summaries cannot
   * @return the warnings, empty when nobody can be tested
   */
  public DropReport detect(CustomerBase base) {
    return new DropSearch(base, window.days(), falseDiscoveryRate).run();
  }
}
