package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * Minus the mean log-likelihood of Pareto/NBD in (ln r, ln alpha, ln s, ln beta), times divided by the longest: that of
 * the NBD model and what the silences add. These are summed in blocks that depend on the data alone and are added in
 * order: the same bits for any number of threads.
 */
final class ParetoLikelihood implements Objective {

  private static final int BLOCK = 8192;

  private final PurchasingTerms purchasing;
  private final BlockRunner runner;
  private final List<List<SilenceGroup>> blocks = new ArrayList<>();

  ParetoLikelihood(
      PurchaseHistogram histogram, double scale, PurchasingTerms purchasing, BlockRunner runner) {
    this.purchasing = purchasing;
    this.runner = runner;
    int size = BLOCK;
    for (int from = 0; from < histogram.uniqueTriples(); ) {
      int to = endOfGroup(histogram, from);
      SilenceGroup group = new SilenceGroup(histogram, from, to, scale);
      if (size >= BLOCK) {
        blocks.add(new ArrayList<>());
        size = 0;
      }
      blocks.get(blocks.size() - 1).add(group);
      size += group.size();
      from = to;
    }
  }

  /** The rows are sorted by x. */
  private static int endOfGroup(PurchaseHistogram histogram, int from) {
    int to = from;
    while (to < histogram.uniqueTriples()
        && histogram.repeatPurchases(to) == histogram.repeatPurchases(from)) {
      to++;
    }
    return to;
  }

  @Override
  public Evaluation at(double[] point) {
    double r = Math.exp(point[0]);
    double alpha = Math.exp(point[1]);
    double s = Math.exp(point[2]);
    double beta = Math.exp(point[3]);
    LogLikelihoodSum sum = new LogLikelihoodSum(4);
    purchasing.addTo(sum, r, alpha);
    SilenceSums[] sums = new SilenceSums[blocks.size()];
    runner.run(sums.length, block -> {
      sums[block] = new SilenceSums(r, alpha, s, beta);
      blocks.get(block).forEach(group -> group.addTo(sums[block]));
    });
    for (SilenceSums one : sums) {
      one.addTo(sum);
    }
    return sum.toMeanLoss(purchasing.customers());
  }
}
