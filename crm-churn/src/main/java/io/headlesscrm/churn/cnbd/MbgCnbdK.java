package io.headlesscrm.churn.cnbd;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MBG/CNBD-k: as MBG/NBD, but for customers who buy at regular intervals: the larger k, the more regular, and the sooner
 * a silence tells. k = 1 is MBG/NBD. The fit tries k from 1 up as long as the likelihood rises, to 12 at most.
 *
 * <p>All times are in the model's {@link #unit()}; alpha is the rate of the distribution of the rates of events, of which
 * every k-th is a purchase. Expected purchases are sums over numbers of events,
 * and over rates of events where there are many. Immutable and thread-safe.
 *
 * <p>Verdicts: {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES}, {@code NO_OBSERVATION_TIME}; {@code NOT_CONVERGED}
 * (ERROR); {@code BOUNDARY}, {@code RIDGE}, {@code FEW_REPEAT_CUSTOMERS} as for BG/NBD.
 *
 * <p>Source: Platzer &amp; Reutterer (2016), Marketing Science 35(5), doi:10.1287/mksc.2015.0963.
 */
public final class MbgCnbdK extends PurchaseProcess {

  /** The name of the model in files and provenances. */
  public static final String NAME = "mbg-cnbd-k";

  private final RegularKernel kernel;

  private MbgCnbdK(TimeScale unit, RegularKernel kernel, @Nullable Provenance provenance) {
    super(unit, kernel, provenance);
    this.kernel = kernel;
  }

  /**
   * Fits the model, in weeks.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgCnbdK> fit(CustomerBase base) {
    double sumOfLogGaps = 0;
    for (int row = 0; row < base.size(); row++) {
      sumOfLogGaps += base.summary(row).sumOfLogGaps(TimeScale.WEEK);
    }
    Provenance provenance =
        Provenance.of(NAME, Map.of("unit", TimeScale.WEEK.name()), base.window(), base.size());
    return fit(PurchaseHistogram.of(base, TimeScale.WEEK), sumOfLogGaps)
        .map(model -> model.withProvenance(provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @param sumOfLogGaps the sum of the natural logarithms of all gaps between purchase days, in that unit: the statistic
   *     by which k is told
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgCnbdK> fit(PurchaseHistogram histogram, double sumOfLogGaps) {
    return RegularFit.fit(histogram, sumOfLogGaps)
        .map(kernel -> new MbgCnbdK(histogram.unit(), kernel, null));
  }

  /**
   * The model with known parameters.
   *
   * @param unit of alpha and of all times to come
   * @param k every how manieth event is a purchase, 1 to 100
   * @param r shape of the rates, above 0
   * @param alpha rate of the rates, above 0
   * @param a of the probabilities of leaving, above 0
   * @param b of the probabilities of leaving, above 0
   * @return the model
   */
  public static MbgCnbdK of(TimeScale unit, int k, double r, double alpha, double a, double b) {
    if (k < 1 || k > 100) {
      throw new IllegalArgumentException("k is " + k + ", it must be in [1, 100]");
    }
    return new MbgCnbdK(
        unit,
        new RegularKernel(
            k, positive("r", r), positive("alpha", alpha), positive("a", a), positive("b", b)),
        null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public MbgCnbdK withProvenance(Provenance provenance) {
    return new MbgCnbdK(unit(), kernel, requireNonNull(provenance, "provenance"));
  }

  /**
   * How regular customers buy.
   *
   * @return 1 for at random, up to 12 from a fit
   */
  public int k() {
    return kernel.k();
  }

  @Override
  public MbgCnbdK withParameters(Map<String, Double> parameters) {
    return of(
        unit(),
        (int) Math.rint(parameter(parameters, "k")),
        parameter(parameters, "r"),
        parameter(parameters, "alpha"),
        parameter(parameters, "a"),
        parameter(parameters, "b"));
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * How well the model explains a history whose gaps are not known: what {@link #logLikelihood(PurchaseHistory, double)}
   * says of gaps whose logarithms add up to 0. No density for k above 1, but it compares parameters.
   */
  @Override
  public double logLikelihood(PurchaseHistory history) {
    return super.logLikelihood(history);
  }

  /**
   * How well the model explains a history.
   *
   * @param history of one customer
   * @param sumOfLogGaps the sum of the natural logarithms of the customer's gaps, in the model's unit
   * @return the log-likelihood, a density per time unit to the power of the repeat purchases
   */
  public double logLikelihood(PurchaseHistory history, double sumOfLogGaps) {
    return (kernel.k() - 1) * sumOfLogGaps + logLikelihood(history);
  }
}
