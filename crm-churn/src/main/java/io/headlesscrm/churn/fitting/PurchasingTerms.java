package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.DistinctValues;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.Objective;

/**
 * The part of the log-likelihood that tells how often customers buy while they are alive, in ln r and ln alpha: by
 * itself the likelihood of the plain NBD model, in which nobody leaves.
 *
 * <p>Times are divided by the longest age. What depends only on x or only on T is summed per different value.
 */
public final class PurchasingTerms implements Objective {

  private final double customers;
  private final double[] x;
  private final double[] countOfX;
  private final double[] age;
  private final double[] countOfAge;
  private final double[] purchasesOfAge;

  public PurchasingTerms(PurchaseHistogram histogram, double scale) {
    int rows = histogram.uniqueTriples();
    double[] xOfRow = new double[rows];
    double[] ageOfRow = new double[rows];
    for (int row = 0; row < rows; row++) {
      xOfRow[row] = histogram.repeatPurchases(row);
      ageOfRow[row] = histogram.age(row) / scale;
    }
    DistinctValues xs = DistinctValues.of(xOfRow);
    DistinctValues ages = DistinctValues.of(ageOfRow);
    x = values(xs);
    age = values(ages);
    countOfX = new double[x.length];
    countOfAge = new double[age.length];
    purchasesOfAge = new double[age.length];
    for (int row = 0; row < rows; row++) {
      double count = histogram.count(row);
      countOfX[xs.rank(row)] += count;
      countOfAge[ages.rank(row)] += count;
      purchasesOfAge[ages.rank(row)] += count * xOfRow[row];
    }
    customers = histogram.customers();
  }

  private static double[] values(DistinctValues distinct) {
    double[] values = new double[distinct.size()];
    for (int rank = 0; rank < values.length; rank++) {
      values[rank] = distinct.value(rank);
    }
    return values;
  }

  public double customers() {
    return customers;
  }

  public int distinctX() {
    return x.length;
  }

  public double x(int rank) {
    return x[rank];
  }

  public double countOfX(int rank) {
    return countOfX[rank];
  }

  /** Minus the mean log-likelihood of the plain NBD model. */
  @Override
  public Evaluation at(double[] point) {
    LogLikelihoodSum sum = new LogLikelihoodSum(2);
    addTo(sum, Math.exp(point[0]), Math.exp(point[1]));
    return sum.toMeanLoss(customers);
  }

  public void addTo(LogLikelihoodSum sum, double r, double alpha) {
    double value = 0;
    double slopeR = 0;
    double curveR = 0;
    for (int i = 0; i < x.length; i++) {
      value += countOfX[i] * GammaFunctions.lnGammaRatio(r, x[i]);
      slopeR += countOfX[i] * GammaFunctions.digammaDifference(r, x[i]);
      curveR += countOfX[i] * GammaFunctions.trigammaDifference(r, x[i]);
    }
    double slopeAlpha = 0;
    double curveAlpha = 0;
    double mixed = 0;
    for (int i = 0; i < age.length; i++) {
      // r ln alpha - (r + x) ln(alpha + T), with the part that shrinks as alpha grows kept small
      double lnGrowth = Math.log1p(age[i] / alpha);
      double sumAge = alpha + age[i];
      double events = r * countOfAge[i] + purchasesOfAge[i];
      value -= r * countOfAge[i] * lnGrowth + purchasesOfAge[i] * Math.log(sumAge);
      slopeR -= countOfAge[i] * lnGrowth;
      slopeAlpha += (r * countOfAge[i] * age[i] / alpha - purchasesOfAge[i]) / sumAge;
      curveAlpha += events / (sumAge * sumAge) - r * countOfAge[i] / (alpha * alpha);
      mixed += countOfAge[i] * age[i] / (alpha * sumAge);
    }
    sum.addValue(value);
    sum.addGradient(0, r * slopeR);
    sum.addGradient(1, alpha * slopeAlpha);
    sum.addHessian(0, 0, r * (r * curveR + slopeR));
    sum.addHessian(0, 1, r * alpha * mixed);
    sum.addHessian(1, 1, alpha * (alpha * curveAlpha + slopeAlpha));
  }
}
