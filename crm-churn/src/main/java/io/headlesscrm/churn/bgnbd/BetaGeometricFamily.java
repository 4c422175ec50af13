package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.fitting.ProcessFamily;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.fitting.StayingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.List;

/** BG/NBD (m = 0) or MBG/NBD (m = 1), whose alpha, a and b covariates move. */
record BetaGeometricFamily(int m) implements ProcessFamily {

  @Override
  public List<String> parameters() {
    return BetaGeometricKernel.PARAMETERS;
  }

  @Override
  public List<String> moved() {
    return List.of("alpha", "a", "b");
  }

  @Override
  public Box box() {
    return BetaGeometricFit.BOX;
  }

  @Override
  public double[][] leavingStarts() {
    return BetaGeometricFit.DROPOUT_STARTS;
  }

  @Override
  public Objective likelihood(PurchaseHistogram histogram, double scale) {
    PurchasingTerms purchasing = new PurchasingTerms(histogram, scale);
    return new BetaGeometricLikelihood(
        purchasing,
        new StayingTerms(purchasing, m),
        new DropoutTerms(histogram, scale, m, BlockRunner.sequential()));
  }
}
