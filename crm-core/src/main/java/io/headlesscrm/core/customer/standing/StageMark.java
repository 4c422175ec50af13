package io.headlesscrm.core.customer.standing;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.id.TextOrder;
import java.time.Instant;

/**
 * Where a customer stands, since when, and by which change.
 *
 * @param stage where
 * @param since when it came there
 * @param change the id of the change that put it there
 * @param buyer whether it had bought by then
 */
public record StageMark(Stage stage, Instant since, String change, boolean buyer) {

  public StageMark {
    requireNonNull(stage, "stage");
    requireNonNull(since, "since");
    requireNonNull(change, "change");
  }

  static StageMark of(StageChange change) {
    return new StageMark(change.to(), change.at(), change.id(), change.buyer());
  }

  /** The one of two that holds when their customers are merged: a buyer's, then the later. */
  StageMark orStronger(StageMark other) {
    if (buyer != other.buyer) {
      return buyer ? this : other;
    }
    int byTime = since.compareTo(other.since);
    int order = byTime != 0 ? byTime : TextOrder.compare(change, other.change);
    return order >= 0 ? this : other;
  }
}
