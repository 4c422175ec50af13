package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;

/**
 * Minus the mean log-likelihood of BG/BB in (ln alpha, ln beta, ln gamma, ln delta), with all derivatives. The rows are
 * visited in blocks of a fixed size whose sums are added in order: the same bits for any number of threads.
 */
final class BgBbLikelihood implements Objective {

  private static final int BLOCK = 256;

  private final OpportunityHistogram histogram;
  private final int longest;
  private final BlockRunner runner;

  BgBbLikelihood(OpportunityHistogram histogram, int longest, BlockRunner runner) {
    this.histogram = histogram;
    this.longest = longest;
    this.runner = runner;
  }

  @Override
  public Evaluation at(double[] point) {
    Tables tables = new Tables(
        Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), Math.exp(point[3]), longest);
    int blocks = (histogram.uniqueTriples() + BLOCK - 1) / BLOCK;
    LogLikelihoodSum[] sums = new LogLikelihoodSum[blocks];
    runner.run(blocks, block -> sums[block] = sumBlock(block, tables));
    LogLikelihoodSum total = new LogLikelihoodSum(4);
    for (LogLikelihoodSum sum : sums) {
      total.add(sum);
    }
    return total.toMeanLoss((double) histogram.customers());
  }

  private LogLikelihoodSum sumBlock(int block, Tables tables) {
    LogLikelihoodSum sum = new LogLikelihoodSum(4);
    LifetimeMixture mixture = new LifetimeMixture(tables);
    int end = Math.min(histogram.uniqueTriples(), (block + 1) * BLOCK);
    for (int row = block * BLOCK; row < end; row++) {
      mixture.addTo(sum, (double) histogram.count(row), histogram.history(row));
    }
    return sum;
  }

  /** The parameters and what the gamma functions make of them. */
  record Tables(
      double alpha,
      double beta,
      double gamma,
      double delta,
      RisingFactorials buys,
      RisingFactorials waits,
      RisingFactorials chances,
      RisingFactorials stays,
      RisingFactorials lives) {

    Tables(double alpha, double beta, double gamma, double delta, int longest) {
      this(
          alpha,
          beta,
          gamma,
          delta,
          new RisingFactorials(alpha, longest),
          new RisingFactorials(beta, longest),
          new RisingFactorials(alpha + beta, longest),
          new RisingFactorials(delta, longest),
          new RisingFactorials(gamma + delta, longest + 1));
    }
  }
}
