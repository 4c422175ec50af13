package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.internal.math.ChiSquare;
import java.util.ArrayList;
import java.util.List;

/** Looks at a finished fit as a careful analyst would; the models that are fitted so state the limits. */
public final class FitVerdicts {

  static final double TEST_LEVEL = 0.05;
  static final double RIDGE_DEVIATION = 2;
  static final double LARGEST_FACTOR = 1e6;
  static final double SHORTEST_WINDOW_IN_GAPS = 3;
  static final long FEWEST_REPEAT_CUSTOMERS = 50;

  private final List<Verdict> verdicts = new ArrayList<>();

  private FitVerdicts() {}

  /**
   * All verdicts, the gravest first.
   *
   * @param gain how much better the log-likelihood is than that of a model in which nobody leaves
   */
  public static List<Verdict> of(
      Minimum minimum,
      Box box,
      ObservedInformation information,
      double gain,
      HistogramTotals totals,
      long repeatCustomers) {
    return of(minimum, box, information, gain, 2, totals, repeatCustomers);
  }

  /**
   * The same for a model with more parameters of leaving than two.
   *
   * @param leaving how many it has
   */
  static List<Verdict> of(
      Minimum minimum,
      Box box,
      ObservedInformation information,
      double gain,
      int leaving,
      HistogramTotals totals,
      long repeatCustomers) {
    FitVerdicts verdicts = new FitVerdicts();
    verdicts.judgeConvergence(minimum);
    verdicts.judgeDropout(gain, leaving);
    verdicts.judgeBounds(information.parametersAtBound(minimum, box));
    verdicts.judgeRidge(information);
    verdicts.judgeWindow(totals);
    verdicts.judgeSize(repeatCustomers);
    return verdicts.verdicts;
  }

  /**
   * What can be said about any fit: convergence, bounds, ridge and size.
   *
   * @param customers how many the fit rests on
   */
  public static List<Verdict> of(
      Minimum minimum, Box box, ObservedInformation information, long customers) {
    FitVerdicts verdicts = new FitVerdicts();
    verdicts.judgeConvergence(minimum);
    verdicts.judgeBounds(information.parametersAtBound(minimum, box));
    verdicts.judgeRidge(information);
    verdicts.judgeSize(customers);
    return verdicts.verdicts;
  }

  private void judgeConvergence(Minimum minimum) {
    if (!minimum.isConverged()) {
      verdicts.add(
          Verdict.notConverged(minimum.gradientNorm(), NewtonMinimiser.GRADIENT_TOLERANCE));
    }
  }

  /**
   * Likelihood-ratio test against the plain NBD model, chi-squared with the parameters of dropout as degrees of
   * freedom. NBD lies on the boundary of the model, so that the true level is below the stated one: the test asks for
   * more evidence of dropout, not less.
   */
  private void judgeDropout(double gain, int leaving) {
    double pValue = ChiSquare.upperTail(2 * Math.max(0, gain), leaving);
    if (pValue > TEST_LEVEL) {
      add(
          "DROPOUT_NOT_IDENTIFIED",
          Severity.WARNING,
          Reason.of("churn.fit.dropoutNotIdentified").with("p", pValue).with("level", TEST_LEVEL));
    }
  }

  private void judgeBounds(String parameters) {
    if (!parameters.isEmpty()) {
      add(
          "BOUNDARY",
          Severity.WARNING,
          Reason.of("churn.fit.boundary").withValue("parameters", parameters));
    }
  }

  private void judgeRidge(ObservedInformation information) {
    if (!(information.worstDeviation() <= RIDGE_DEVIATION)) {
      add(
          "RIDGE",
          Severity.WARNING,
          Reason.of("churn.fit.ridge")
              .withValue("parameters", information.worstParameters())
              .with("factor", Math.min(LARGEST_FACTOR, Math.exp(information.worstDeviation()))));
    }
  }

  private void judgeWindow(HistogramTotals totals) {
    double gaps = totals.longestAge() / totals.meanGap();
    if (gaps < SHORTEST_WINDOW_IN_GAPS) {
      add(
          "WINDOW_TOO_SHORT",
          Severity.WARNING,
          Reason.of("churn.fit.windowTooShort")
              .with("gaps", gaps)
              .with("least", SHORTEST_WINDOW_IN_GAPS));
    }
  }

  private void judgeSize(long repeatCustomers) {
    if (repeatCustomers < FEWEST_REPEAT_CUSTOMERS) {
      add(
          "FEW_REPEAT_CUSTOMERS",
          Severity.WARNING,
          Reason.of("churn.fit.fewRepeatCustomers")
              .with("customers", repeatCustomers)
              .with("least", FEWEST_REPEAT_CUSTOMERS));
    }
  }

  private void add(String code, Severity severity, Reason reason) {
    verdicts.add(new Verdict(code, severity, reason));
  }
}
