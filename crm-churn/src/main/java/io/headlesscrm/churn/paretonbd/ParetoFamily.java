package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.fitting.ProcessFamily;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.List;

/** Pareto/NBD, whose alpha and beta covariates move. */
record ParetoFamily() implements ProcessFamily {

  @Override
  public List<String> parameters() {
    return ParetoKernel.PARAMETERS;
  }

  @Override
  public List<String> moved() {
    return List.of("alpha", "beta");
  }

  @Override
  public Box box() {
    return ParetoFit.BOX;
  }

  @Override
  public double[][] leavingStarts() {
    return ParetoFit.LEAVING_STARTS;
  }

  @Override
  public Objective likelihood(PurchaseHistogram histogram, double scale) {
    return new ParetoLikelihood(
        histogram, scale, new PurchasingTerms(histogram, scale), BlockRunner.sequential());
  }
}
