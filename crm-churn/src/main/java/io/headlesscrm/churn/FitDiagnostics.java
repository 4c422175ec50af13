package io.headlesscrm.churn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a fit went.
 *
 * @param logLikelihood of all customers at the optimum, in the unit of the data
 * @param gradientNorm the largest slope of the mean log-likelihood in the logarithm of a parameter; 0 at an optimum
 * @param standardErrors by parameter, in the unit of the parameter; those at a limit of their range are left out, as if
 *     they were known; empty when the optimum has no curvature to take them from
 * @param covariance of the logarithms of the same parameters; unknown when the standard errors are
 * @param verdicts the findings, the gravest first
 * @param customers how many customers were seen
 * @param uniqueTriples how many different histories they have
 * @param iterations how many steps the search took, over all its starts
 */
public record FitDiagnostics(
    double logLikelihood,
    double gradientNorm,
    Map<String, Double> standardErrors,
    LogCovariance covariance,
    List<Verdict> verdicts,
    long customers,
    int uniqueTriples,
    int iterations) {

  public FitDiagnostics {
    standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
    verdicts = List.copyOf(verdicts);
  }

  /**
   * How learning went that maximises no likelihood of the customers.
   *
   * @param verdicts the findings, the gravest first
   * @param customers how many customers were seen
   * @param rows how many rows were learnt from
   * @return without likelihood and standard errors
   */
  public static FitDiagnostics ofLearning(List<Verdict> verdicts, long customers, int rows) {
    return new FitDiagnostics(
        Double.NaN, 0, Map.of(), LogCovariance.unknown(), verdicts, customers, rows, 0);
  }

  /**
   * Whether the search ended at an optimum.
   *
   * @return false when it ended elsewhere, which a verdict of severity ERROR then says
   */
  public boolean isConverged() {
    return verdicts.stream().noneMatch(verdict -> verdict.code().equals(Verdict.NOT_CONVERGED));
  }
}
