package io.headlesscrm.churn.paretonbd;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.fitting.CovariateFit;
import io.headlesscrm.churn.fitting.ProfileLikelihood;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.process.ProfileIntervals;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Pareto/NBD: customers buy at random at an own rate and may leave at any time, each with an own hazard, whether they
 * buy or not. Rates of buying differ between customers as Gamma(r, alpha), rates of leaving as Gamma(s, beta); alpha and
 * beta are rates in the model's unit.
 *
 * <p>The verdicts of a fit are those of BG/NBD: {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES}, {@code
 * NO_OBSERVATION_TIME}; {@code NOT_CONVERGED} (ERROR); {@code DROPOUT_NOT_IDENTIFIED}, when plain NBD, in which nobody
 * leaves, fits as well (chi-squared, 2 degrees of freedom, 5 % level); {@code BOUNDARY}, at 1e-5 or 1e5 for r and s, 1e-6
 * or 1e6 longest ages for alpha and beta; {@code RIDGE}, {@code WINDOW_TOO_SHORT}, {@code FEW_REPEAT_CUSTOMERS}.
 *
 * <p>Every figure is exact to about 1e-12 relative, also where the textbook forms overflow or cancel.
 *
 * <p>Source: Schmittlein, Morrison &amp; Colombo (1987), Management Science 33(1), doi:10.1287/mnsc.33.1.1; Fader &amp;
 * Hardie (2005), "A note on deriving the Pareto/NBD model and related expressions" (note 009).
 */
public final class ParetoNbd extends PurchaseProcess implements ProfileIntervals {

  /** The name of the model in files and provenances. */
  public static final String NAME = "pareto-nbd";

  private final ParetoKernel kernel;

  private ParetoNbd(TimeScale unit, ParetoKernel kernel, @Nullable Provenance provenance) {
    super(unit, kernel, provenance);
    this.kernel = kernel;
  }

  /**
   * Fits the model, in weeks.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<ParetoNbd> fit(CustomerBase base) {
    return fit(base, TimeScale.WEEK);
  }

  /**
   * Fits the model. The unit changes alpha and the log-likelihood, but no prediction.
   *
   * @param base may be empty
   * @param unit of the model's times
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<ParetoNbd> fit(CustomerBase base, TimeScale unit) {
    Provenance provenance =
        Provenance.of(NAME, Map.of("unit", unit.name()), base.window(), base.size());
    return ParetoFit.fit(PurchaseHistogram.of(base, unit), BlockRunner.sequential())
        .map(kernel -> new ParetoNbd(unit, kernel, provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<ParetoNbd> fit(PurchaseHistogram histogram) {
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
  public static FitResult<ParetoNbd> fit(
      PurchaseHistogram histogram, Executor executor, int tasks) {
    return fit(histogram, BlockRunner.on(executor, tasks));
  }

  private static FitResult<ParetoNbd> fit(PurchaseHistogram histogram, BlockRunner runner) {
    return ParetoFit.fit(histogram, runner)
        .map(kernel -> new ParetoNbd(histogram.unit(), kernel, null));
  }

  /**
   * Fits the model with covariates, in weeks: alpha and beta differ between customers with what is known of them beside
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
    return CovariateFit.ofBase(NAME, base, unit, covariates, ParetoNbd::fit);
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
    return CovariateFit.fit(histogram, new ParetoFamily(), all -> fit(all, runner), runner);
  }

  /**
   * The model with known parameters.
   *
   * @param unit of alpha, beta and of all times to come
   * @param r shape of the purchase rates, above 0
   * @param alpha rate of the purchase rates, above 0
   * @param s shape of the rates of leaving, above 0
   * @param beta rate of the rates of leaving, above 0
   * @return the model
   */
  public static ParetoNbd of(TimeScale unit, double r, double alpha, double s, double beta) {
    return new ParetoNbd(
        unit,
        new ParetoKernel(
            positive("r", r), positive("alpha", alpha), positive("s", s), positive("beta", beta)),
        null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public ParetoNbd withProvenance(Provenance provenance) {
    return new ParetoNbd(unit(), kernel, requireNonNull(provenance, "provenance"));
  }

  @Override
  public ParetoNbd withParameters(Map<String, Double> parameters) {
    return of(
        unit(),
        parameter(parameters, "r"),
        parameter(parameters, "alpha"),
        parameter(parameters, "s"),
        parameter(parameters, "beta"));
  }

  @Override
  public Map<String, Interval> profileIntervals(PurchaseHistogram histogram) {
    ProfileLikelihood.requireFitted(histogram, unit());
    return ParetoFit.intervals(histogram, kernel);
  }

  @Override
  public String name() {
    return NAME;
  }
}
