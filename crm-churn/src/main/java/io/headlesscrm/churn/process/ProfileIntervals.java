package io.headlesscrm.churn.process;

import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.history.PurchaseHistogram;
import java.util.Map;

/** A model whose parameters have intervals by profile likelihood. */
public interface ProfileIntervals {

  /**
   * Which values of each parameter the data allow, at 95 %: those with which the best log-likelihood, all others adapted,
   * is at most 1.92 below the optimum. Unlike the intervals that standard errors give they follow a likelihood that falls
   * faster on one side than on the other. They take several times as long as the fit, hence not with it.
   *
   * <p>Source: Venzon &amp; Moolgavkar (1988), "A method for computing profile-likelihood-based confidence intervals",
   * Applied Statistics 37(1), doi:10.2307/2347496.
   *
   * @param histogram what the model was fitted to
   * @return by parameter; from 0 or to infinity where no value up to the limit of its range is excluded
   * @throws IllegalArgumentException for a histogram in another unit, or one to which no model can be fitted
   */
  Map<String, Interval> profileIntervals(PurchaseHistogram histogram);
}
