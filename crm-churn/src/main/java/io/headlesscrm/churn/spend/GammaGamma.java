package io.headlesscrm.churn.spend;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Gamma-Gamma model of spend: the amounts of a customer vary about an own mean as Gamma(p, nu), the means of
 * customers differ as nu is Gamma(q, gamma); how much has nothing to do with how often. A customer of whom little is
 * known is expected to spend nearly what all do. Immutable and thread-safe.
 *
 * <p>The verdicts of a fit: {@code NO_SPEND}, there is no model; {@code NOT_CONVERGED} (ERROR); {@code BOUNDARY}, at 1e-4
 * or 1e5 for p and q, 1e-7 or 1e7 mean spends for gamma; {@code RIDGE}; {@code FEW_REPEAT_CUSTOMERS}, below 50; {@code
 * INFINITE_MEAN_SPEND}, q is at most 1; {@code SPEND_DEPENDS_ON_FREQUENCY}, the correlation of repeat purchases and mean
 * spend is above .25 either way; {@code SPEND_NOT_POSITIVE} (INFO), customers who spend nothing were left out.
 *
 * <p>Source: Fader, Hardie &amp; Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4),
 * doi:10.1509/jmkr.2005.42.4.415; Fader &amp; Hardie (2013), "The gamma-gamma model of monetary value" (note 025).
 */
public final class GammaGamma implements Parametric<GammaGamma> {

  /** The name of the model in files and provenances. */
  public static final String NAME = "gamma-gamma";

  private final double p;
  private final double q;
  private final double gamma;
  private final @Nullable Provenance provenance;

  private GammaGamma(double p, double q, double gamma, @Nullable Provenance provenance) {
    this.p = positive("p", p);
    this.q = positive("q", q);
    this.gamma = positive("gamma", gamma);
    this.provenance = provenance;
  }

  private static double positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be above 0 and finite");
    }
    return value;
  }

  /**
   * Fits the model to the customers of a base who came back.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<GammaGamma> fit(CustomerBase base) {
    Provenance provenance = Provenance.of(
        NAME, Map.of("currency", base.currency().getCurrencyCode()), base.window(), base.size());
    return fit(SpendSample.of(base)).map(model -> model.withProvenance(provenance));
  }

  /**
   * Fits the model to spend histories alone.
   *
   * @param sample may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<GammaGamma> fit(SpendSample sample) {
    return SpendFit.fit(sample).map(GammaGamma::of);
  }

  /**
   * The model with known parameters.
   *
   * @param p shape of the amounts of a customer, above 0
   * @param q shape of the differences between customers, above 0; the mean spend is finite from above 1 on
   * @param gamma scale, in units of the currency, above 0
   * @return the model
   */
  public static GammaGamma of(double p, double q, double gamma) {
    return new GammaGamma(p, q, gamma, null);
  }

  private static GammaGamma of(Map<String, Double> parameters) {
    return of(value(parameters, "p"), value(parameters, "q"), value(parameters, "gamma"));
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
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public GammaGamma withProvenance(Provenance provenance) {
    return new GammaGamma(p, q, gamma, requireNonNull(provenance, "provenance"));
  }

  @Override
  public GammaGamma withParameters(Map<String, Double> parameters) {
    return of(parameters);
  }

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("p", p);
    parameters.put("q", q);
    parameters.put("gamma", gamma);
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * What it was fitted on.
   *
   * @return empty for a model whose parameters were given, or fitted on a sample, which has no dates
   */
  public Optional<Provenance> findProvenance() {
    return Optional.ofNullable(provenance);
  }

  /**
   * How well the model explains the spend of a customer.
   *
   * @param history with a repeat purchase and a mean spend above 0
   * @return the log-likelihood of the mean, a density per unit of the currency
   * @throws IllegalArgumentException for any other history, of which the model says nothing
   */
  public double logLikelihood(SpendHistory history) {
    if (history.repeatPurchases() == 0 || !(history.meanSpend() > 0)) {
      throw new IllegalArgumentException(
          history + " has no likelihood, it must have a repeat purchase and a spend above 0");
    }
    double shape = p * history.repeatPurchases();
    double total = history.repeatPurchases() * history.meanSpend();
    return GammaFunctions.lnGammaRatio(q, shape)
        - GammaFunctions.lnGamma(shape)
        - q * Math.log1p(total / gamma)
        - shape * Math.log1p(gamma / total)
        - Math.log(history.meanSpend());
  }

  /**
   * The expected mean spend of a customer per purchase, from what the customer spent so far and what all spend.
   *
   * @param history of a customer; a negative mean counts as 0
   * @return above 0, in units of the currency; infinite where too few purchases stand against a q of at most 1
   */
  public double expectedSpend(SpendHistory history) {
    double shape = p * history.repeatPurchases();
    double total = history.repeatPurchases() * Math.max(0, history.meanSpend());
    double degrees = shape + (q - 1);
    return degrees > 0 ? p * (gamma + total) / degrees : Double.POSITIVE_INFINITY;
  }

  /**
   * The expected mean spend of a customer of whom nothing is known.
   *
   * @return above 0, in units of the currency; infinite when q is at most 1
   */
  public double expectedSpendOfNewCustomer() {
    return expectedSpend(new SpendHistory(0, 0));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GammaGamma that
        && parameters().equals(that.parameters())
        && findProvenance().equals(that.findProvenance());
  }

  @Override
  public int hashCode() {
    return parameters().hashCode();
  }

  /** Such as {@code gamma-gamma{p=6.25, q=3.744, gamma=15.44}}. */
  @Override
  public String toString() {
    return NAME + parameters();
  }
}
