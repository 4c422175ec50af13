package io.headlesscrm.churn.covariate;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.function.Function;

/** Customers with a contract or none, at some distance, whose parameters are known. */
public enum MadeUp {
  BG(BgNbd::fit),
  MBG(MbgNbd::fit),
  PARETO(ParetoNbd::fit);

  public static final Measure CONTRACT = Measure.of("contract", "");
  public static final Measure DISTANCE = Measure.of("distance", "100 km");
  public static final List<Measure> COVARIATES = List.of(CONTRACT, DISTANCE);

  /** Of the contract and the distance on alpha, and on the parameter or the parameters of leaving. */
  static final double[] BUYING = {0.6, -0.3};

  static final double[] LEAVING = {-0.5, 0.25};
  static final double[] STAYING = {0.2, 0.1};

  private final Function<CovariateHistogram, FitResult<CovariateModel>> fit;

  MadeUp(Function<CovariateHistogram, FitResult<CovariateModel>> fit) {
    this.fit = fit;
  }

  public FitResult<CovariateModel> fit(CovariateHistogram histogram) {
    return fit.apply(histogram);
  }

  /** The coefficient that a fit should find. */
  double truth(CovariateEffect effect) {
    int column = COVARIATES.indexOf(effect.covariate());
    return switch (effect.parameter()) {
      case "alpha" -> BUYING[column];
      case "a", "beta" -> LEAVING[column];
      default -> STAYING[column];
    };
  }

  /** Distances are normal with the deviation 1, contracts two in five. */
  public CovariateHistogram customers(int customers, long seed) {
    Draws draws = new Draws(seed);
    CovariateHistogram.Builder builder = CovariateHistogram.builder(TimeScale.WEEK, COVARIATES);
    for (int i = 0; i < customers; i++) {
      double contract = draws.uniform() < 0.4 ? 1 : 0;
      double distance = draws.normal();
      builder.add(history(draws, Draws.ageOf(i), contract, distance), 1, contract, distance);
    }
    return builder.build();
  }

  private PurchaseHistory history(Draws draws, double age, double contract, double distance) {
    double alpha = 8 * Math.exp(-BUYING[0] * contract - BUYING[1] * distance);
    double leaving = Math.exp(LEAVING[0] * contract + LEAVING[1] * distance);
    double staying = Math.exp(STAYING[0] * contract + STAYING[1] * distance);
    return switch (this) {
      case BG -> draws.betaGeometricHistory(age, 0, 0.8, alpha, 0.8 * leaving, 2.5 * staying);
      case MBG -> draws.betaGeometricHistory(age, 1, 0.8, alpha, 0.8 * leaving, 2.5 * staying);
      case PARETO -> draws.paretoHistory(age, 0.8, alpha, 0.7, 9 / leaving);
    };
  }
}
