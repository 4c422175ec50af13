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
 * BG/NBD, the beta-geometric / negative binomial model: a customer may leave after every repeat purchase, never after the
 * first one. Who bought once therefore counts as alive for ever, only slow.
 *
 * <p>The fit maximises the likelihood, with the exact gradient driven to zero, and says what is to be said about it as
 * {@linkplain io.headlesscrm.churn.Verdict verdicts}:
 *
 * <ul>
 *   <li>{@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES}, {@code NO_OBSERVATION_TIME}: there is no model.
 *   <li>{@code NOT_CONVERGED} (ERROR): the slope of the mean log-likelihood is above 1e-9.
 *   <li>{@code DROPOUT_NOT_IDENTIFIED}: a model in which nobody leaves (plain NBD) fits as well by a likelihood-ratio
 *       test, chi-squared with 2 degrees of freedom at the 5 % level. NBD lies on the boundary of the model, so that
 *       the true level is lower: the test asks for more evidence of leaving, not less.
 *   <li>{@code BOUNDARY}: a parameter ended at the limit of its range, 1e-6 to 1e6 (r: 1e-5 to 1e5; alpha in units of
 *       the longest age).
 *   <li>{@code RIDGE}: in some direction one standard error changes parameters by a factor of e^2 or more.
 *   <li>{@code WINDOW_TOO_SHORT}: the longest age is below three mean gaps of those who came back.
 *   <li>{@code FEW_REPEAT_CUSTOMERS}: fewer than 50 customers came back.
 * </ul>
 *
 * <p>Source: Fader, Hardie &amp; Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2),
 * doi:10.1287/mksc.1040.0098.
 */
public final class BgNbd extends BetaGeometricModel {

  /** The name of the model in files and provenances. */
  public static final String NAME = "bg-nbd";

  private static final int M = 0;

  private BgNbd(TimeScale unit, BetaGeometricKernel kernel, @Nullable Provenance provenance) {
    super(unit, kernel, provenance);
  }

  /**
   * Fits the model, in weeks.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgNbd> fit(CustomerBase base) {
    return fit(base, TimeScale.WEEK);
  }

  /**
   * Fits the model. The unit changes alpha and the log-likelihood, but no prediction.
   *
   * @param base may be empty
   * @param unit of the model's times
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgNbd> fit(CustomerBase base, TimeScale unit) {
    Provenance provenance =
        Provenance.of(NAME, Map.of("unit", unit.name()), base.window(), base.size());
    return BetaGeometricFit.fit(PurchaseHistogram.of(base, unit), M, BlockRunner.sequential())
        .map(kernel -> new BgNbd(unit, kernel, provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgNbd> fit(PurchaseHistogram histogram) {
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
  public static FitResult<BgNbd> fit(PurchaseHistogram histogram, Executor executor, int tasks) {
    return fit(histogram, BlockRunner.on(executor, tasks));
  }

  private static FitResult<BgNbd> fit(PurchaseHistogram histogram, BlockRunner runner) {
    return BetaGeometricFit.fit(histogram, M, runner)
        .map(kernel -> new BgNbd(histogram.unit(), kernel, null));
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
    return CovariateFit.ofBase(NAME, base, unit, covariates, BgNbd::fit);
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
  public static BgNbd of(TimeScale unit, double r, double alpha, double a, double b) {
    return new BgNbd(unit, kernel(r, alpha, a, b, M), null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public BgNbd withProvenance(Provenance provenance) {
    return new BgNbd(unit(), kernel(), requireNonNull(provenance, "provenance"));
  }

  @Override
  public BgNbd withParameters(Map<String, Double> parameters) {
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
