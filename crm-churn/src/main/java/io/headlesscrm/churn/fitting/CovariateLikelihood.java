package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Minus the mean log-likelihood of a model whose parameters depend on covariates. The point holds the logarithms of the
 * parameters of the average customer, then for each parameter that is moved the slopes in the standardised covariates.
 *
 * <p>A group of customers with equal covariates has the likelihood of the plain model at its own parameters, whose
 * logarithms are linear in the point: so its derivatives carry over exactly. Groups are summed in blocks that depend on
 * the data alone and are added in order: the same bits for any number of threads.
 */
final class CovariateLikelihood implements Objective {

  private static final int BLOCK = 1024;

  private final BlockRunner runner;
  private final List<List<Group>> blocks = new ArrayList<>();
  private final int parameters;
  private final int[] parameterOf;
  private final double customers;

  /** The plain likelihood of some customers, how many they are, and what each coordinate of the point adds. */
  private static final class Group {

    private final Objective likelihood;
    private final double customers;
    private final double[] factors;

    private Group(Objective likelihood, double customers, double[] factors) {
      this.likelihood = likelihood;
      this.customers = customers;
      this.factors = factors;
    }
  }

  /**
   * The likelihood of all groups.
   *
   * @param parameters how many the plain model has
   * @param moved which of them the covariates move
   * @param plain the likelihood of a group
   */
  CovariateLikelihood(
      CovariateHistogram histogram,
      StandardColumns columns,
      int parameters,
      int[] moved,
      Function<PurchaseHistogram, Objective> plain,
      BlockRunner runner) {
    this.runner = runner;
    this.parameters = parameters;
    this.parameterOf = parameterOf(parameters, moved, columns.size());
    double sum = 0;
    int size = BLOCK;
    for (int group = 0; group < histogram.groups(); group++) {
      PurchaseHistogram histories = histogram.histogram(group);
      if (size >= BLOCK) {
        blocks.add(new ArrayList<>());
        size = 0;
      }
      blocks
          .get(blocks.size() - 1)
          .add(new Group(
              plain.apply(histories), histories.customers(), factors(columns.values(group))));
      size += histories.uniqueTriples();
      sum += histories.customers();
    }
    this.customers = sum;
  }

  private static int[] parameterOf(int parameters, int[] moved, int columns) {
    int[] parameterOf = new int[parameters + moved.length * columns];
    for (int i = 0; i < parameterOf.length; i++) {
      parameterOf[i] = i < parameters ? i : moved[(i - parameters) / columns];
    }
    return parameterOf;
  }

  private double[] factors(double[] values) {
    double[] factors = new double[parameterOf.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = i < parameters ? 1 : values[(i - parameters) % values.length];
    }
    return factors;
  }

  double customers() {
    return customers;
  }

  @Override
  public Evaluation at(double[] point) {
    LogLikelihoodSum[] sums = new LogLikelihoodSum[blocks.size()];
    runner.run(sums.length, block -> {
      sums[block] = new LogLikelihoodSum(point.length);
      blocks.get(block).forEach(group -> addTo(sums[block], group, point));
    });
    LogLikelihoodSum all = new LogLikelihoodSum(point.length);
    for (LogLikelihoodSum sum : sums) {
      all.add(sum);
    }
    return all.toMeanLoss(customers);
  }

  private void addTo(LogLikelihoodSum sum, Group group, double[] point) {
    double[] own = new double[parameters];
    for (int i = 0; i < point.length; i++) {
      own[parameterOf[i]] += group.factors[i] * point[i];
    }
    Evaluation loss = group.likelihood.at(own);
    sum.addValue(-group.customers * loss.value());
    for (int i = 0; i < point.length; i++) {
      double weight = -group.customers * group.factors[i];
      sum.addGradient(i, weight * loss.gradient(parameterOf[i]));
      for (int j = i; j < point.length; j++) {
        sum.addHessian(
            i, j, weight * group.factors[j] * loss.hessian(parameterOf[i], parameterOf[j]));
      }
    }
  }
}
