package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.List;

/** What a fit with covariates must know of a purchase-process model with two parameters of buying and two of leaving. */
public interface ProcessFamily {

  /** The parameters in the order of the likelihood's point: r and alpha, then those of leaving. */
  List<String> parameters();

  /** Those that covariates move. */
  List<String> moved();

  /** In the logarithms of the parameters, alpha and beta in units of the longest age. */
  Box box();

  /** Where the parameters of leaving start. */
  double[][] leavingStarts();

  /** Minus the mean log-likelihood in the logarithms of the parameters, times divided by the scale. */
  Objective likelihood(PurchaseHistogram histogram, double scale);
}
