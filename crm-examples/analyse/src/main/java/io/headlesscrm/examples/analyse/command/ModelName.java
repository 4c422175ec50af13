package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.bgbb.BgBb;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import java.util.Arrays;
import java.util.Iterator;

/** The models that can be fitted, by the names of the command line. */
enum ModelName {
  BG_NBD(BgNbd.NAME),
  MBG_NBD(MbgNbd.NAME),
  PARETO_NBD(ParetoNbd.NAME),
  MBG_CNBD_K(MbgCnbdK.NAME),
  BG_BB(BgBb.NAME),
  GAMMA_GAMMA(GammaGamma.NAME);

  private final String label;

  ModelName(String label) {
    this.label = label;
  }

  /** Whether it tells how much customers spend, and not how often they buy. */
  boolean isOfSpend() {
    return this == GAMMA_GAMMA;
  }

  /** Whether it tells how regularly they buy, for which it must know their gaps. */
  boolean isOfGaps() {
    return this == MBG_CNBD_K;
  }

  /** Whether it counts opportunities instead of measuring time. */
  boolean isOfOpportunities() {
    return this == BG_BB;
  }

  /** Whether its parameters have intervals by profile likelihood. */
  boolean hasIntervals() {
    return this == BG_NBD || this == MBG_NBD || this == PARETO_NBD;
  }

  /** Fits a model of how often customers buy. */
  FitResult<? extends PurchaseProcess> fit(PurchaseHistogram histogram) {
    return switch (this) {
      case BG_NBD -> BgNbd.fit(histogram);
      case MBG_NBD -> MbgNbd.fit(histogram);
      case PARETO_NBD -> ParetoNbd.fit(histogram);
      case MBG_CNBD_K, BG_BB, GAMMA_GAMMA -> throw notOfPurchases();
    };
  }

  /** Fits a model of how often customers buy with what else is known about them. */
  FitResult<CovariateModel> fit(CovariateHistogram histogram) {
    return switch (this) {
      case BG_NBD -> BgNbd.fit(histogram);
      case MBG_NBD -> MbgNbd.fit(histogram);
      case PARETO_NBD -> ParetoNbd.fit(histogram);
      case MBG_CNBD_K, BG_BB, GAMMA_GAMMA -> throw notOfPurchases();
    };
  }

  private IllegalArgumentException notOfPurchases() {
    return new IllegalArgumentException("--model is " + label
        + ", it must be bg-nbd, mbg-nbd or pareto-nbd, which tell how many purchases to expect.");
  }

  @Override
  public String toString() {
    return label;
  }

  static ModelName parse(String name) {
    return Arrays.stream(values())
        .filter(model -> model.label.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "model is \"" + name + "\", it must be one of " + Arrays.toString(values())));
  }

  /** For the help text. */
  static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(ModelName::toString).iterator();
    }
  }
}
