package io.headlesscrm.churn.fitting;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.FitResult.NotFitted;
import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.covariate.CovariateColumn;
import io.headlesscrm.churn.covariate.CovariateEffect;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.covariate.LikelihoodRatioTest;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.Objective;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fits a purchase-process model with covariates by maximum likelihood: deterministic, the same in every unit of time and
 * of the covariates. The search starts at the optimum without covariates, so that it cannot end below it, and where
 * dropout starts differently.
 */
public final class CovariateFit {

  /** The logarithm of the largest factor by which one covariate may move a parameter of any customer. */
  private static final double LARGEST_MOVE = 15;

  private final CovariateHistogram histogram;
  private final PurchaseHistogram all;
  private final HistogramTotals totals;
  private final Fitted<? extends PurchaseProcess> plain;
  private final ProcessFamily family;
  private final StandardColumns columns;
  private final BlockRunner runner;
  private final int[] moved;

  private CovariateFit(
      CovariateHistogram histogram,
      PurchaseHistogram all,
      Fitted<? extends PurchaseProcess> plain,
      ProcessFamily family,
      StandardColumns columns,
      BlockRunner runner) {
    this.histogram = histogram;
    this.all = all;
    this.totals = HistogramTotals.of(all);
    this.plain = plain;
    this.family = family;
    this.columns = columns;
    this.runner = runner;
    this.moved = family.moved().stream().mapToInt(family.parameters()::indexOf).toArray();
  }

  /**
   * Fits the histories of a base.
   *
   * @param name of the model, for the provenance
   * @param covariates measures of the base
   * @param fit fits histories alone
   */
  public static FitResult<CovariateModel> ofBase(
      String name,
      CustomerBase base,
      TimeScale unit,
      List<Measure> covariates,
      Function<CovariateHistogram, FitResult<CovariateModel>> fit) {
    Provenance provenance = Provenance.of(
        name,
        Map.of("unit", unit.name(), "covariates", covariates.toString()),
        base.window(),
        base.size());
    return fit.apply(CovariateHistogram.of(base, unit, covariates))
        .map(model -> model.withProvenance(provenance));
  }

  /**
   * Fits a family.
   *
   * @param plain fits the model without covariates, against which that with them is tested
   */
  public static FitResult<CovariateModel> fit(
      CovariateHistogram histogram,
      ProcessFamily family,
      Function<PurchaseHistogram, ? extends FitResult<? extends PurchaseProcess>> plain,
      BlockRunner runner) {
    PurchaseHistogram all = histogram.toHistogram();
    Optional<Verdict> obstacle = all.findObstacle();
    if (obstacle.isPresent()) {
      return new NotFitted<>(obstacle.get());
    }
    StandardColumns columns = StandardColumns.of(histogram);
    obstacle = columns.findObstacle();
    if (obstacle.isPresent()) {
      return new NotFitted<>(obstacle.get());
    }
    FitResult<? extends PurchaseProcess> without = plain.apply(all);
    if (without instanceof Fitted<? extends PurchaseProcess> fitted) {
      return new CovariateFit(histogram, all, fitted, family, columns, runner).run();
    }
    return new NotFitted<>(without.verdicts().get(0));
  }

  private FitResult<CovariateModel> run() {
    Minimum nbd = nbd();
    CovariateLikelihood likelihood = likelihood(
        family.parameters().size(),
        moved,
        histories -> family.likelihood(histories, totals.longestAge()));
    Box box = box(family.box(), moved.length);
    List<Minimum> minima = starts(nbd).stream()
        .map(start -> NewtonMinimiser.minimise(likelihood, box, start))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    return fitted(nbd, best, box, minima.stream().mapToInt(Minimum::iterations).sum());
  }

  /** The model in which nobody leaves, with covariates on alpha. */
  private Minimum nbd() {
    CovariateLikelihood likelihood = likelihood(
        2, new int[] {1}, histories -> new PurchasingTerms(histories, totals.longestAge()));
    Box box = box(family.box().first(2), 1);
    double[] start = Arrays.copyOf(totals.nbdStart(), 2 + columns.size());
    return NewtonMinimiser.minimise(likelihood, box, start);
  }

  private CovariateLikelihood likelihood(
      int parameters, int[] which, Function<PurchaseHistogram, Objective> ofGroup) {
    return new CovariateLikelihood(histogram, columns, parameters, which, ofGroup, runner);
  }

  private Box box(Box parameters, int movedParameters) {
    Box box = parameters;
    for (int i = 0; i < movedParameters; i++) {
      for (int column = 0; column < columns.size(); column++) {
        double most = Math.exp(LARGEST_MOVE / columns.farthest(column));
        box = box.withLogRange(1 / most, most);
      }
    }
    return box;
  }

  private List<double[]> starts(Minimum nbd) {
    List<double[]> starts = new ArrayList<>();
    double[] withoutCovariates = new double[size()];
    List<String> names = family.parameters();
    for (int i = 0; i < names.size(); i++) {
      double value = requireNonNull(plain.model().parameters().get(names.get(i)), names.get(i));
      withoutCovariates[i] = Math.log(value / scale(names.get(i)));
    }
    starts.add(withoutCovariates);
    for (double[] leaving : family.leavingStarts()) {
      double[] start = new double[size()];
      start[0] = nbd.point(0);
      start[1] = nbd.point(1);
      start[2] = Math.log(leaving[0]);
      start[3] = Math.log(leaving[1]);
      for (int column = 0; column < columns.size(); column++) {
        start[names.size() + column] = nbd.point(2 + column);
      }
      starts.add(start);
    }
    return starts;
  }

  private int size() {
    return family.parameters().size() + moved.length * columns.size();
  }

  /** Rates are in the unit of the data outside and in longest ages inside. */
  private double scale(String parameter) {
    return parameter.equals("alpha") || parameter.equals("beta") ? totals.longestAge() : 1;
  }

  private FitResult<CovariateModel> fitted(Minimum nbd, Minimum best, Box box, int iterations) {
    double customers = all.customers();
    ObservedInformation information = ObservedInformation.at(best, customers, names());
    double logLikelihood = totals.logLikelihood(best, customers);
    double gain = logLikelihood - plain.diagnostics().logLikelihood();
    CovariateModel model = CovariateModel.of(
            average(best), covariateColumns(), effects(best, information.covariance()))
        .withTest(new LikelihoodRatioTest(Math.max(0, gain), moved.length * columns.size()));
    List<Verdict> verdicts = new ArrayList<>(FitVerdicts.of(
        best,
        box,
        information,
        logLikelihood - totals.logLikelihood(nbd, customers),
        2 + (moved.length - 1) * columns.size(),
        totals,
        all.repeatCustomers()));
    if (histogram.withoutValue() > 0) {
      verdicts.add(withoutValue());
    }
    FitDiagnostics diagnostics = new FitDiagnostics(
        logLikelihood,
        best.gradientNorm(),
        information.standardErrors(model.parameters()),
        information.covariance(),
        verdicts,
        all.customers(),
        uniqueRows(),
        iterations);
    return new Fitted<>(model, diagnostics);
  }

  private Verdict withoutValue() {
    return new Verdict(
        "COVARIATE_MISSING",
        Severity.WARNING,
        Reason.of("churn.fit.covariateMissing").with("customers", histogram.withoutValue()));
  }

  private int uniqueRows() {
    int rows = 0;
    for (int group = 0; group < histogram.groups(); group++) {
      rows += histogram.histogram(group).uniqueTriples();
    }
    return rows;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(family.parameters());
    for (String parameter : family.moved()) {
      for (Measure covariate : histogram.covariates()) {
        names.add(CovariateModel.name(parameter, covariate));
      }
    }
    return names;
  }

  private PurchaseProcess average(Minimum best) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 0; i < family.parameters().size(); i++) {
      String name = family.parameters().get(i);
      parameters.put(name, Math.exp(best.point(i)) * scale(name));
    }
    return plain.model().withParameters(parameters);
  }

  private List<CovariateColumn> covariateColumns() {
    List<CovariateColumn> list = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      list.add(new CovariateColumn(
          histogram.covariates().get(column), columns.mean(column), columns.deviation(column)));
    }
    return list;
  }

  private List<CovariateEffect> effects(Minimum best, LogCovariance covariance) {
    List<CovariateEffect> effects = new ArrayList<>();
    int at = family.parameters().size();
    for (String parameter : family.moved()) {
      for (int column = 0; column < columns.size(); column++) {
        double deviation = columns.deviation(column);
        double error = covariance.isKnown()
            ? Math.sqrt(covariance.value(at, at)) / deviation
            : Double.POSITIVE_INFINITY;
        effects.add(CovariateEffect.ofLogSlope(
            histogram.covariates().get(column), parameter, best.point(at) / deviation, error));
        at++;
      }
    }
    return effects;
  }
}
