package io.headlesscrm.churn.bgbb;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * BG/BB, the beta-geometric / beta-binomial model: customers can buy once per period, the transaction opportunity, and do
 * so with their own probability as long as they have not left. Donors by year, guests by season, subscribers by issue; and
 * purchases of any kind, looked at by week or month.
 *
 * <p>Everything is counted in opportunities. A model that was fitted to a base knows their {@link Cadence} and scores
 * bases; one of bare histories does so after {@link #withCadence}. Every figure is a sum of positive terms. Immutable and
 * thread-safe.
 *
 * <p>Verdicts: {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES}, {@code NO_OBSERVATION_TIME}: there is no model; {@code
 * NOT_CONVERGED} (ERROR); {@code DROPOUT_NOT_IDENTIFIED}, the beta-binomial model, in which nobody leaves, fits as well
 * (chi-squared, 2 degrees of freedom, 5 % level); {@code BOUNDARY}, at 1e-5 or 1e5 for alpha and beta, 1e-6 or 1e6 for
 * gamma and delta; {@code RIDGE}; {@code WINDOW_TOO_SHORT}, most opportunities are below three mean gaps of those who came
 * back; {@code FEW_REPEAT_CUSTOMERS}, below 50.
 *
 * <p>Source: Fader, Hardie &amp; Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting",
 * Marketing Science 29(6), doi:10.1287/mksc.1100.0580.
 */
public final class BgBb implements ChurnScorer, Parametric<BgBb> {

  /** The name of the model in files and provenances. */
  public static final String NAME = "bg-bb";

  private final BgBbKernel kernel;
  private final @Nullable Cadence cadence;
  private final @Nullable Provenance provenance;

  private BgBb(BgBbKernel kernel, @Nullable Cadence cadence, @Nullable Provenance provenance) {
    this.kernel = kernel;
    this.cadence = cadence;
    this.provenance = provenance;
  }

  /**
   * Fits the model to a base.
   *
   * @param base may be empty
   * @param cadence how long an opportunity is
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgBb> fit(CustomerBase base, Cadence cadence) {
    Provenance provenance =
        Provenance.of(NAME, Map.of("cadence", cadence.toString()), base.window(), base.size());
    return BgBbFit.fit(OpportunityHistogram.of(base, cadence), BlockRunner.sequential())
        .map(kernel -> new BgBb(kernel, cadence, provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgBb> fit(OpportunityHistogram histogram) {
    return fit(histogram, BlockRunner.sequential());
  }

  /**
   * Fits the model to histories alone, in several threads: the same result to the last bit for any number of tasks.
   *
   * @param histogram may be empty
   * @param executor runs the helping tasks; the calling thread works too
   * @param tasks how many tasks share the work, at least 1
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<BgBb> fit(OpportunityHistogram histogram, Executor executor, int tasks) {
    return fit(histogram, BlockRunner.on(executor, tasks));
  }

  private static FitResult<BgBb> fit(OpportunityHistogram histogram, BlockRunner runner) {
    return BgBbFit.fit(histogram, runner).map(kernel -> new BgBb(kernel, null, null));
  }

  /**
   * The model with known parameters.
   *
   * @param alpha of the probabilities of buying, above 0
   * @param beta of the probabilities of buying, above 0
   * @param gamma of the probabilities of leaving, above 0
   * @param delta of the probabilities of leaving, above 0
   * @return the model, of opportunities whose length it does not know
   */
  public static BgBb of(double alpha, double beta, double gamma, double delta) {
    return new BgBb(
        new BgBbKernel(
            positive("alpha", alpha),
            positive("beta", beta),
            positive("gamma", gamma),
            positive("delta", delta)),
        null,
        null);
  }

  private static double positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be above 0 and finite");
    }
    return value;
  }

  /**
   * This model with opportunities of a length.
   *
   * @param other how long an opportunity is
   * @return a new model
   */
  public BgBb withCadence(Cadence other) {
    return new BgBb(kernel, requireNonNull(other, "other"), provenance);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param other of its parameters
   * @return a new model
   */
  public BgBb withProvenance(Provenance other) {
    return new BgBb(kernel, cadence, requireNonNull(other, "other"));
  }

  /** alpha, beta, gamma and delta. */
  @Override
  public Map<String, Double> parameters() {
    return kernel.parameters();
  }

  @Override
  public BgBb withParameters(Map<String, Double> other) {
    BgBb model = of(
        value(other, "alpha"), value(other, "beta"), value(other, "gamma"), value(other, "delta"));
    return new BgBb(model.kernel, cadence, null);
  }

  private static double value(Map<String, Double> parameters, String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "parameters are " + parameters.keySet() + ", " + name + " must be among them");
    }
    return value;
  }

  /**
   * How long an opportunity is.
   *
   * @return empty for a model of bare histories
   */
  public Optional<Cadence> findCadence() {
    return Optional.ofNullable(cadence);
  }

  /**
   * What it was fitted on.
   *
   * @return empty for a model whose parameters were given, or fitted on a histogram, which has no dates
   */
  public Optional<Provenance> findProvenance() {
    return Optional.ofNullable(provenance);
  }

  /**
   * How well the model explains a history.
   *
   * @param history of one customer
   * @return the log-likelihood of one order of purchases that has these figures, at most 0
   */
  public double logLikelihood(OpportunityHistory history) {
    return kernel.logLikelihood(
        history.repeatPurchases(), history.lastPurchase(), history.opportunities());
  }

  /**
   * P(alive), as the literature states it: the probability of still being there at the next opportunity, n + 1.
   *
   * @param history of one customer
   * @return a probability in [0, 1]
   */
  public double aliveProbability(OpportunityHistory history) {
    return Math.exp(logAliveProbability(history));
  }

  /**
   * ln P(alive) at the next opportunity.
   *
   * @param history of one customer
   * @return at most 0; finite even where P(alive) is too small for a double
   */
  public double logAliveProbability(OpportunityHistory history) {
    return logAliveProbability(history, 1);
  }

  /**
   * The probability of still being there at a later opportunity.
   *
   * @param history of one customer
   * @param ahead how many opportunities later; 0 is the last one observed, 1 the next
   * @return a probability in [0, 1]
   */
  public double aliveProbability(OpportunityHistory history, int ahead) {
    requireCount("ahead", ahead);
    return Math.exp(logAliveProbability(history, ahead));
  }

  private double logAliveProbability(OpportunityHistory history, int ahead) {
    int n = history.opportunities();
    return kernel.logAliveProbability(history.repeatPurchases(), history.lastPurchase(), n)
        + kernel.lnStays(n, ahead);
  }

  /**
   * The probability of a purchase at one of the next opportunities: one minus the churn probability.
   *
   * @param history of one customer
   * @param opportunities how many, at least 0
   * @return a probability in [0, 1]
   */
  public double activeProbability(OpportunityHistory history, int opportunities) {
    requireCount("opportunities", opportunities);
    return kernel.activeProbability(
        history.repeatPurchases(), history.lastPurchase(), history.opportunities(), opportunities);
  }

  /**
   * The probability that exactly so many of the next opportunities will be used.
   *
   * @param count at least 0
   * @param history of one customer
   * @param opportunities how many, at least 0
   * @return in [0, 1]; from 0 to the number of opportunities they add up to 1
   */
  public double countProbability(int count, OpportunityHistory history, int opportunities) {
    requireCount("count", count);
    requireCount("opportunities", opportunities);
    return kernel.countProbability(
        count,
        history.repeatPurchases(),
        history.lastPurchase(),
        history.opportunities(),
        opportunities);
  }

  /**
   * The expected number of the next opportunities that will be used.
   *
   * @param history of one customer
   * @param opportunities how many, at least 0
   * @return in [0, opportunities]
   */
  public double expectedPurchases(OpportunityHistory history, int opportunities) {
    requireCount("opportunities", opportunities);
    return kernel.expectedPurchases(
        history.repeatPurchases(), history.lastPurchase(), history.opportunities(), opportunities);
  }

  /**
   * The expected number of repeat purchases of a customer of whom nothing is known but the first purchase.
   *
   * @param opportunities how many after the first purchase, at least 0
   * @return in [0, opportunities]
   */
  public double expectedPurchasesOfNewCustomer(int opportunities) {
    return expectedPurchases(new OpportunityHistory(0, 0, 0), opportunities);
  }

  /**
   * DERT, the discounted expected residual transactions: all purchases to come, that of the next opportunity divided by
   * 1 + discount, that of the one after it by (1 + discount)^2, and so on.
   *
   * @param history of one customer
   * @param discount per opportunity, above 0; see {@link Cadence#discount} for an annual one
   * @return at least 0
   */
  public double discountedPurchases(OpportunityHistory history, double discount) {
    if (!(discount > 0) || discount == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "discount is " + discount
              + ", it must be above 0 and finite: without discount the purchases to come have no finite sum");
    }
    return kernel.discountedResidualPurchases(
        history.repeatPurchases(), history.lastPurchase(), history.opportunities(), discount);
  }

  private static void requireCount(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be at least 0");
    }
  }

  /**
   * Scores all customers of a base, whose horizon becomes the nearest number of opportunities, at least one.
   *
   * @throws IllegalStateException for a model that does not know how long an opportunity is
   */
  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    Cadence length = findCadence()
        .orElseThrow(
            () -> new IllegalStateException(
                "the model does not know how long an opportunity is. Maybe give it a cadence, with withCadence?"));
    int opportunities = length.opportunities(horizon);
    Map<String, String> texts = new TreeMap<>();
    parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("cadence", length.toString());
    texts.put("opportunities", String.valueOf(opportunities));
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, texts, base.window(), base.size()),
        row -> 1 - activeProbability(OpportunityHistory.of(base, row, length), opportunities),
        row -> explain(base, row, horizon, length));
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon, Cadence length) {
    OpportunityHistory history = OpportunityHistory.of(base, row, length);
    double alive = aliveProbability(history);
    double active = activeProbability(history, length.opportunities(horizon));
    double buying = kernel.buyingProbability(history.repeatPurchases(), history.lastPurchase());
    Reason prospects = Reason.of("churn.alive")
        .with("alive", alive)
        .with("back", alive > 0 ? Math.min(1, active / alive) : 0)
        .with("horizon", horizon.days());
    return List.of(ChurnReasons.silence(base, row, length.meanDays() / buying), prospects);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BgBb that
        && kernel.equals(that.kernel)
        && findCadence().equals(that.findCadence())
        && findProvenance().equals(that.findProvenance());
  }

  @Override
  public int hashCode() {
    return 31 * kernel.hashCode() + findCadence().hashCode();
  }

  /** Such as {@code bg-bb{alpha=1.204, beta=0.75, gamma=0.657, delta=2.783} per year}. */
  @Override
  public String toString() {
    return NAME + parameters() + " per "
        + findCadence().map(Cadence::toString).orElse("opportunity");
  }
}
