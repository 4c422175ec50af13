package io.headlesscrm.churn.bgnbd;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.fitting.CovariateFit;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * MBG/NBD, the modified beta-geometric / negative binomial model: a customer may leave after every purchase, the first
 * one included. Otherwise as {@link BgNbd}, whose page states the verdicts.
 *
 * <p>Source: Batislam, Denizel &amp; Filiztekin (2007), International Journal of Research in Marketing 24(3),
 * doi:10.1016/j.ijresmar.2006.12.005.
 */
public final class MbgNbd extends BetaGeometricModel {

  /** The name of the model in files and provenances. */
  public static final String NAME = "mbg-nbd";

  private static final int M = 1;

  private MbgNbd(TimeScale unit, BetaGeometricKernel kernel, @Nullable Provenance provenance) {
    super(unit, kernel, provenance);
  }

  /**
   * Fits the model, in weeks.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgNbd> fit(CustomerBase base) {
    return fit(base, TimeScale.WEEK);
  }

  /**
   * Fits the model. The unit changes alpha and the log-likelihood, but no prediction.
   *
   * @param base may be empty
   * @param unit of the model's times
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgNbd> fit(CustomerBase base, TimeScale unit) {
    Provenance provenance =
        Provenance.of(NAME, Map.of("unit", unit.name()), base.window(), base.size());
    return BetaGeometricFit.fit(PurchaseHistogram.of(base, unit), M, BlockRunner.sequential())
        .map(kernel -> new MbgNbd(unit, kernel, provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgNbd> fit(PurchaseHistogram histogram) {
    return fit(histogram, BlockRunner.sequential());
  }

  /**
   * Fits the model to histories alone, in several threads: the same result to the last bit for any number of tasks.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @param executor runs the helping tasks; the calling thread works too
   * @param tasks how many tasks share the work, at least 1
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgNbd> fit(PurchaseHistogram histogram, Executor executor, int tasks) {
    return fit(histogram, BlockRunner.on(executor, tasks));
  }

  private static FitResult<MbgNbd> fit(PurchaseHistogram histogram, BlockRunner runner) {
    return BetaGeometricFit.fit(histogram, M, runner)
        .map(kernel -> new MbgNbd(histogram.unit(), kernel, null));
  }

  /**
   * Fits the model with covariates, in weeks: alpha, a and b differ between customers with what is known of them beside
   * their purchases.
   *
   * <p>{@link CovariateModel} says which verdicts there are beside those of the model.
   *
   * @param base may be empty
   * @param covariates measures of the base, at least one and no two the same; a category is a column of 0 and 1 for each
   *     of its values but one
   * @return the model with its effects and diagnostics, or why the data allow none
   * @throws IllegalArgumentException when the base has no such measure
   */
  public static FitResult<CovariateModel> fit(CustomerBase base, List<Measure> covariates) {
    return fit(base, TimeScale.WEEK, covariates);
  }

  /**
   * Fits the model with covariates. Neither the unit of time nor those of the covariates change any prediction.
   *
   * @param base may be empty
   * @param unit of the model's times
   * @param covariates measures of the base, at least one and no two the same
   * @return the model with its effects and diagnostics, or why the data allow none
   * @throws IllegalArgumentException when the base has no such measure
   */
  public static FitResult<CovariateModel> fit(
      CustomerBase base, TimeScale unit, List<Measure> covariates) {
    return CovariateFit.ofBase(NAME, base, unit, covariates, MbgNbd::fit);
  }

  /**
   * Fits the model with covariates to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @return the model with its effects and diagnostics, or why the data allow none
   */
  public static FitResult<CovariateModel> fit(CovariateHistogram histogram) {
    return fit(histogram, BlockRunner.sequential());
  }

  /**
   * Fits the model with covariates to histories alone, in several threads: the same result to the last bit for any number
   * of tasks.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @param executor runs the helping tasks; the calling thread works too
   * @param tasks how many tasks share the work, at least 1
   * @return the model with its effects and diagnostics, or why the data allow none
   */
  public static FitResult<CovariateModel> fit(
      CovariateHistogram histogram, Executor executor, int tasks) {
    return fit(histogram, BlockRunner.on(executor, tasks));
  }

  private static FitResult<CovariateModel> fit(CovariateHistogram histogram, BlockRunner runner) {
    return CovariateFit.fit(histogram, new BetaGeometricFamily(M), all -> fit(all, runner), runner);
  }

  /**
   * The model with known parameters.
   *
   * @param unit of alpha and of all times to come
   * @param r shape of the purchase rates, above 0
   * @param alpha rate of the purchase rates, above 0
   * @param a of the probabilities of leaving, above 0
   * @param b of the probabilities of leaving, above 0
   * @return the model
   */
  public static MbgNbd of(TimeScale unit, double r, double alpha, double a, double b) {
    return new MbgNbd(unit, kernel(r, alpha, a, b, M), null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public MbgNbd withProvenance(Provenance provenance) {
    return new MbgNbd(unit(), kernel(), requireNonNull(provenance, "provenance"));
  }

  @Override
  public MbgNbd withParameters(Map<String, Double> parameters) {
    return of(
        unit(),
        parameter(parameters, "r"),
        parameter(parameters, "alpha"),
        parameter(parameters, "a"),
        parameter(parameters, "b"));
  }

  @Override
  public String name() {
    return NAME;
  }
}
