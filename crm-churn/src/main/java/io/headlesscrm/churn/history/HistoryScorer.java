package io.headlesscrm.churn.history;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.evidence.Reason;
import java.util.List;

/**
 * A frozen scorer to whom the three numbers of a history are enough, so that one customer can be scored anew right after
 * a purchase, without the purchases before it. Implementations are immutable and thread-safe.
 */
public interface HistoryScorer {

  /**
   * The probability of no purchase within a horizon, on bare numbers and without allocation. Nothing is checked.
   *
   * @param repeatPurchases x, at least 0
   * @param recencyOfLast t_x in days, in [0, age]; 0 without a repeat purchase
   * @param age T in days, at least 0
   * @param horizon days from the end of observation, at least 0
   * @return in [0, 1]
   */
  double churnProbability(int repeatPurchases, double recencyOfLast, double age, double horizon);

  /**
   * Why.
   *
   * @param history in days
   * @param horizon of the score
   * @return the weightiest reason first
   */
  List<Reason> explain(PurchaseHistory history, Horizon horizon);
}
