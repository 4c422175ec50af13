package io.headlesscrm.churn.warning;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.ScoreOutlook;
import io.headlesscrm.churn.drop.DropReport;
import io.headlesscrm.churn.drop.DropWarning;
import io.headlesscrm.churn.value.LifetimeValues;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * Puts customers who may leave into the order in which they are worth a contact: by value at risk, the probability of
 * leaving times what is lost then.
 *
 * <pre>{@code
 * WarningList list = WarningRanker.usual()
 *     .withCapacity(50)
 *     .withControlGroup(new ControlGroup("keep 2026", 0.1))
 *     .withSuppression(quiet)
 *     .rank(scores, values, drops);
 * list.writeTo(crm, friday, by);
 * }</pre>
 *
 * <p>On the list come customers whose score reaches the least probability or of whom the drop report warns, and who have
 * something to lose. Going down the list, a customer with a reason to be left alone is passed over, one of the control
 * group is kept and marked, until as many as can be contacted are found: so the control group is drawn from the very
 * customers who are contacted, and costs no capacity. Immutable and thread-safe.
 */
public final class WarningRanker {

  private static final ControlGroup NOBODY = new ControlGroup("none", 0);

  private final int capacity;
  private final double leastProbability;
  private final ControlGroup control;
  private final Suppression suppression;
  private final IntFunction<List<Reason>> outlook;

  private WarningRanker(
      int capacity,
      double leastProbability,
      ControlGroup control,
      Suppression suppression,
      IntFunction<List<Reason>> outlook) {
    this.capacity = capacity;
    this.leastProbability = leastProbability;
    this.control = requireNonNull(control, "control");
    this.suppression = requireNonNull(suppression, "suppression");
    this.outlook = outlook;
  }

  /**
   * The usual order.
   *
   * @return without limit of capacity, from a probability of one half on, without control group and suppression
   */
  public static WarningRanker usual() {
    return new WarningRanker(Integer.MAX_VALUE, 0.5, NOBODY, Suppression.none(), row -> List.of());
  }

  /**
   * This ranker with another capacity.
   *
   * @param contacts how many customers can be contacted, at least 0
   * @return a new ranker
   */
  public WarningRanker withCapacity(int contacts) {
    if (contacts < 0) {
      throw new IllegalArgumentException("capacity is " + contacts + ", it must be at least 0");
    }
    return new WarningRanker(contacts, leastProbability, control, suppression, outlook);
  }

  /**
   * This ranker with another bound for scores.
   *
   * @param probability the lowest that is warned of, in [0, 1]
   * @return a new ranker
   */
  public WarningRanker withLeastProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "least probability is " + probability + ", it must be in [0, 1]");
    }
    return new WarningRanker(capacity, probability, control, suppression, outlook);
  }

  /**
   * This ranker with a control group.
   *
   * @param group who is left alone on purpose
   * @return a new ranker
   */
  public WarningRanker withControlGroup(ControlGroup group) {
    return new WarningRanker(capacity, leastProbability, group, suppression, outlook);
  }

  /**
   * This ranker with reasons to leave customers alone.
   *
   * @param reasons instead of those so far
   * @return a new ranker
   */
  public WarningRanker withSuppression(Suppression reasons) {
    return new WarningRanker(capacity, leastProbability, control, reasons, outlook);
  }

  /**
   * This ranker with the outlook of everybody on the list among the reasons: when the score passes a threshold without a
   * purchase, and what a purchase today would change. It takes many scorings of the base for each, so that a capacity is
   * advisable.
   *
   * @param of the base and horizon that will be ranked
   * @param threshold a probability, in [0, 1]
   * @return a new ranker
   */
  public WarningRanker withOutlook(ScoreOutlook of, double threshold) {
    requireNonNull(of, "of");
    return new WarningRanker(
        capacity, leastProbability, control, suppression, row -> of.reasons(row, threshold));
  }

  /**
   * What a customer spent per horizon so far: a value where no lifetime value can be had. One who is younger than the
   * horizon is taken to have spent all in one.
   *
   * @param base whose customers are valued
   * @param horizon the span
   * @return by row, in units of the currency, at least 0
   */
  public static IntToDoubleFunction revenueWithin(CustomerBase base, Horizon horizon) {
    return row -> {
      double spend = Math.max(0, base.value(Measure.MONETARY, row));
      return spend * horizon.days() / Math.max(horizon.days(), base.age(row) + 1);
    };
  }

  /**
   * Ranks by residual lifetime value.
   *
   * @param scores who may leave
   * @param values what is still to come of each, of the same base
   * @param drops who clearly buys less, of the same base
   * @return the list
   * @throws IllegalArgumentException when the bases have not the same customers
   */
  public WarningList rank(ChurnScores scores, LifetimeValues values, DropReport drops) {
    requireSameRows(scores.base(), values.base());
    return rank(scores, values::value, drops);
  }

  /**
   * Ranks by any value.
   *
   * @param scores who may leave
   * @param value what is lost with a customer, by row of the scores, in units of the currency; not negative, not NaN
   * @param drops who clearly buys less, of the same base
   * @return the list
   * @throws IllegalArgumentException for a value that is negative or NaN
   */
  public WarningList rank(ChurnScores scores, IntToDoubleFunction value, DropReport drops) {
    return list(scores, value, drops.warnings());
  }

  /**
   * Ranks by scores alone.
   *
   * @param scores who may leave
   * @param value what is lost with a customer, as in the longer form
   * @return the list
   */
  public WarningList rank(ChurnScores scores, IntToDoubleFunction value) {
    return list(scores, value, List.of());
  }

  private WarningList list(
      ChurnScores scores, IntToDoubleFunction value, List<DropWarning> dropped) {
    return new CandidateRanking(scores, value, dropped, leastProbability, outlook)
        .list(capacity, control, suppression);
  }

  private static void requireSameRows(CustomerBase scored, CustomerBase valued) {
    boolean same = scored.size() == valued.size();
    for (int row = 0; same && row < scored.size(); row++) {
      same = scored.customer(row).equals(valued.customer(row));
    }
    if (!same) {
      throw new IllegalArgumentException(
          "scores and values are of different customers, they must be of the same base."
              + " Maybe one of the two is of another date?");
    }
  }
}
