package io.headlesscrm.churn.covariate;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A purchase-process model whose parameters depend on covariates: alpha = alpha0 e^(-g1 z) and beta = beta0 e^(-g2 z) in
 * Pareto/NBD, alpha = alpha0 e^(-g1 z), a = a0 e^(g2 z) and b = b0 e^(g3 z) in BG/NBD and MBG/NBD. For customers with
 * given covariates it is the plain model with their parameters: {@link #at(double...)}. Immutable and thread-safe.
 *
 * <p>A base that is scored must have the covariates as {@linkplain CustomerBase#with measures}. Of whom one is not known
 * the mean of the customers of the fit stands in, and the explanation says so.
 *
 * <p>Verdicts of a fit beside those of the plain model: {@code COVARIATE_CONSTANT} and {@code COVARIATES_COLLINEAR}, which
 * leave nothing to tell the covariate's effect by: there is no model; {@code COVARIATE_MISSING}, when customers are left
 * out because a covariate is not known of them. {@code BOUNDARY} names an effect that would multiply the parameter of some
 * customer by more than e^15.
 *
 * <p>Source: Fader &amp; Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
 */
public final class CovariateModel
    implements ChurnScorer, PurchaseForecaster, Parametric<CovariateModel> {

  /** The name of the model in files. */
  public static final String NAME = "covariates";

  /** Parameters of customers far from all others stay within numbers that can be computed with. */
  private static final double LARGEST = 1e30;

  private final PurchaseProcess average;
  private final List<CovariateColumn> columns;
  private final List<CovariateEffect> effects;
  private final @Nullable LikelihoodRatioTest test;
  private final @Nullable Provenance provenance;

  private CovariateModel(
      PurchaseProcess average,
      List<CovariateColumn> columns,
      List<CovariateEffect> effects,
      @Nullable LikelihoodRatioTest test,
      @Nullable Provenance provenance) {
    this.average = requireNonNull(average, "average");
    this.columns = List.copyOf(columns);
    this.effects = List.copyOf(effects);
    this.test = test;
    this.provenance = provenance;
  }

  /**
   * The model with known coefficients.
   *
   * @param average the plain model of a customer whose covariates are the means
   * @param columns the covariates, at least one and no two the same
   * @param effects of the covariates on parameters of the plain model; at least one. Where a parameter has an effect of
   *     one covariate those that are not there are 0
   * @return the model
   * @throws IllegalArgumentException for an effect on a parameter or of a covariate that is not there, or one that comes
   *     twice
   */
  public static CovariateModel of(
      PurchaseProcess average, List<CovariateColumn> columns, List<CovariateEffect> effects) {
    requireDifferent(
        "covariates", columns.stream().map(CovariateColumn::measure).toList());
    requireDifferent(
        "effects",
        effects.stream().map(one -> name(one.parameter(), one.covariate())).toList());
    List<Measure> measures = columns.stream().map(CovariateColumn::measure).toList();
    for (CovariateEffect effect : effects) {
      if (!average.parameters().containsKey(effect.parameter())
          || !measures.contains(effect.covariate())) {
        throw new IllegalArgumentException("there is an effect of " + effect.covariate() + " on "
            + effect.parameter() + ", it must be of one of " + measures + " on one of "
            + average.parameters().keySet() + ". Maybe it belongs to another model?");
      }
    }
    return new CovariateModel(average, columns, complete(average, measures, effects), null, null);
  }

  private static void requireDifferent(String what, List<?> things) {
    if (new HashSet<>(things).size() < things.size() || things.isEmpty()) {
      throw new IllegalArgumentException(what + " are " + things
          + ", they must be at least one and no two the same. Maybe a column is named twice?");
    }
  }

  /** Parameter by parameter, each with an effect of every covariate. */
  private static List<CovariateEffect> complete(
      PurchaseProcess average, List<Measure> measures, List<CovariateEffect> effects) {
    List<CovariateEffect> complete = new ArrayList<>();
    for (String parameter : average.parameters().keySet()) {
      if (effects.stream().anyMatch(effect -> effect.parameter().equals(parameter))) {
        measures.forEach(measure -> complete.add(findEffect(effects, measure, parameter)
            .orElseGet(() -> CovariateEffect.of(measure, parameter, 0))));
      }
    }
    return complete;
  }

  private static Optional<CovariateEffect> findEffect(
      List<CovariateEffect> effects, Measure covariate, String parameter) {
    return effects.stream()
        .filter(one -> one.covariate().equals(covariate) && one.parameter().equals(parameter))
        .findFirst();
  }

  /**
   * This model with the account of what the covariates gain.
   *
   * @param value against the model without covariates
   * @return a new model
   */
  public CovariateModel withTest(LikelihoodRatioTest value) {
    return new CovariateModel(
        average, columns, effects, requireNonNull(value, "value"), provenance);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param value of its parameters
   * @return a new model
   */
  public CovariateModel withProvenance(Provenance value) {
    return new CovariateModel(average, columns, effects, test, requireNonNull(value, "value"));
  }

  /**
   * The model of a customer whose covariates are the means.
   *
   * @return the plain model
   */
  public PurchaseProcess average() {
    return average;
  }

  /**
   * The covariates.
   *
   * @return in the order in which {@link #at(double...)} takes them
   */
  public List<CovariateColumn> columns() {
    return columns;
  }

  /**
   * What the covariates do to the parameters.
   *
   * @return parameter by parameter, for each as many as there are covariates and in their order
   */
  public List<CovariateEffect> effects() {
    return effects;
  }

  /**
   * One effect.
   *
   * @param covariate what moves the parameter
   * @param parameter such as {@code alpha}
   * @return empty when there is none
   */
  public Optional<CovariateEffect> findEffect(Measure covariate, String parameter) {
    return findEffect(effects, covariate, parameter);
  }

  /**
   * Whether the covariates explain anything.
   *
   * @return empty for a model whose parameters were given
   */
  public Optional<LikelihoodRatioTest> findTest() {
    return Optional.ofNullable(test);
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
   * The model of customers with these covariates: the plain one with their parameters, and all its predictions.
   *
   * @param values one for each of {@link #columns()}; NaN or infinite where it is not known, for which the mean
   *     stands in
   * @return the plain model; its parameters are kept between 1e-30 and 1e30
   * @throws IllegalArgumentException when there is a value too few or too many
   */
  public PurchaseProcess at(double... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException("there are " + values.length
          + " values, there must be one for each of " + columns.size() + " covariates");
    }
    Map<String, Double> parameters = new LinkedHashMap<>(average.parameters());
    for (int i = 0; i < effects.size(); i++) {
      int column = i % values.length;
      double beside = values[column] - columns.get(column).mean();
      double shift = Double.isFinite(beside) ? effects.get(i).logSlope() * beside : 0;
      parameters.computeIfPresent(
          effects.get(i).parameter(), (name, value) -> value * Math.exp(shift));
    }
    parameters.replaceAll((name, value) -> kept(value));
    return average.withParameters(parameters);
  }

  private static double kept(double parameter) {
    return Math.min(LARGEST, Math.max(1 / LARGEST, parameter));
  }

  /**
   * The model of a customer of a base.
   *
   * @param base with the covariates as measures
   * @param row 0 to size - 1
   * @return the plain model with the customer's parameters
   * @throws IllegalArgumentException when the base lacks a covariate
   */
  public PurchaseProcess at(CustomerBase base, int row) {
    return at(values(base, row));
  }

  private double[] values(CustomerBase base, int row) {
    return columns.stream()
        .mapToDouble(column -> base.value(column.measure(), row))
        .toArray();
  }

  /**
   * The parameters of the average customer, and for each effect, such as {@code alpha:distance (km)}, the factor by which
   * one standard deviation of the covariate multiplies the parameter.
   */
  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>(average.parameters());
    for (int i = 0; i < effects.size(); i++) {
      CovariateEffect effect = effects.get(i);
      double deviation = columns.get(i % columns.size()).deviation();
      parameters.put(
          name(effect.parameter(), effect.covariate()), Math.exp(effect.logSlope() * deviation));
    }
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * The name of an effect among the parameters.
   *
   * @param parameter such as {@code alpha}
   * @param covariate what moves it
   * @return such as {@code alpha:distance (km)}
   */
  public static String name(String parameter, Measure covariate) {
    return parameter + ":" + covariate;
  }

  @Override
  public CovariateModel withParameters(Map<String, Double> parameters) {
    List<CovariateEffect> others = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      CovariateEffect effect = effects.get(i);
      double factor =
          requireNonNull(parameters.get(name(effect.parameter(), effect.covariate())), "factor");
      double slope = Math.log(factor) / columns.get(i % columns.size()).deviation();
      others.add(
          CovariateEffect.ofLogSlope(effect.covariate(), effect.parameter(), slope, Double.NaN));
    }
    return new CovariateModel(average.withParameters(parameters), columns, others, null, null);
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double length = horizon.in(average.unit());
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, provenanceParameters(horizon), base.window(), base.size()),
        row -> 1 - at(base, row).activeProbability(history(base, row), length),
        row -> explain(base, row, horizon));
  }

  @Override
  public double[] forecast(CustomerBase base, Horizon horizon) {
    double length = horizon.in(average.unit());
    double[] forecast = new double[base.size()];
    Arrays.setAll(forecast, row -> at(base, row).expectedPurchases(history(base, row), length));
    return forecast;
  }

  private PurchaseHistory history(CustomerBase base, int row) {
    return PurchaseHistory.of(base, row, average.unit());
  }

  private Map<String, String> provenanceParameters(Horizon horizon) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("process", average.name());
    parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("unit", average.unit().name());
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return texts;
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    double[] values = values(base, row);
    PurchaseProcess own = at(values);
    List<Reason> reasons = new ArrayList<>(own.explain(base, row, horizon));
    double length = horizon.in(average.unit());
    reasons.add(Reason.of("churn.covariates")
        .withValue("covariates", names(columns))
        .with("own", own.expectedPurchasesOfNewCustomer(length))
        .with("average", average.expectedPurchasesOfNewCustomer(length))
        .with("horizon", horizon.days()));
    List<CovariateColumn> unknown = columns.stream()
        .filter(column -> !Double.isFinite(values[columns.indexOf(column)]))
        .toList();
    if (!unknown.isEmpty()) {
      reasons.add(Reason.of("churn.covariatesUnknown").withValue("covariates", names(unknown)));
    }
    return List.copyOf(reasons);
  }

  private static String names(List<CovariateColumn> columns) {
    return columns.stream()
        .map(column -> column.measure().toString())
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CovariateModel that
        && average.equals(that.average)
        && columns.equals(that.columns)
        && effects.equals(that.effects)
        && Objects.equals(test, that.test)
        && Objects.equals(provenance, that.provenance);
  }

  @Override
  public int hashCode() {
    return Objects.hash(average, columns, effects);
  }

  /** Such as {@code bg-nbd by [contract]{r=0.24, alpha=4.41, a=0.79, b=2.43, alpha:contract=0.8, ...} per WEEK}. */
  @Override
  public String toString() {
    return average.name() + " by [" + names(columns) + "]" + parameters() + " per "
        + average.unit();
  }
}
