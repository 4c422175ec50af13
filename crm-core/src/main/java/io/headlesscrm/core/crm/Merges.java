package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.MergeOutcome;
import io.headlesscrm.core.customer.identity.MergePlan;
import io.headlesscrm.core.customer.identity.UndoOutcome;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.TypeRegistry;
import java.util.List;

/** Makes one customer of two that are the same, and takes it back. */
public final class Merges {

  private final Merge merge;
  private final Units units;
  private final Purchases purchases;

  Merges(CrmStorage storage, TypeRegistry registry, Units units, Purchases purchases) {
    this.merge = Merge.over(storage, registry);
    this.units = units;
    this.purchases = purchases;
  }

  /**
   * What a merge would do. Nothing is written.
   *
   * @param winner the customer that survives
   * @param loser the customer whose id will lead to the other one
   * @param choices whose value each field has
   * @return the plan, to be shown
   * @throws IllegalArgumentException when both are the same, or one is not on file
   */
  public MergePlan plan(CustomerId winner, CustomerId loser, FieldChoices choices) {
    return merge.plan(winner, loser, choices);
  }

  /**
   * Makes a merge exactly as planned, and looks at all purchases of the two as those of one.
   *
   * @param plan as it was shown
   * @param id under which the merge can be undone
   * @param by who merges
   * @return refused when anything that the plan would touch was changed since
   */
  public MergeAnswer apply(MergePlan plan, MergeId id, Attribution by) {
    return units.required(() -> {
      PurchaseHistory winner = purchases.history(plan.winner());
      PurchaseHistory loser = purchases.history(plan.loser());
      MergeOutcome outcome = plan.apply(id, by.actor(), by.at());
      return new MergeAnswer(
          outcome,
          outcome instanceof MergeOutcome.Merged
              ? changes(purchases.history(plan.winner()), winner, loser)
              : List.of());
    });
  }

  /**
   * Makes everything that a merge touched as it was before. What was recorded for the survivor since stays with it.
   *
   * @param id of the merge
   * @param by who undoes it
   * @return refused when something that the merge touched was changed since; purchases are no such change
   */
  public UndoOutcome undo(MergeId id, Attribution by) {
    return units.required(() -> {
      UndoOutcome outcome = merge.undo(id, by.actor(), by.at());
      if (outcome instanceof UndoOutcome.Undone undone) {
        purchases.recompute(undone.record().winner());
        purchases.recompute(undone.record().loser());
      }
      return outcome;
    });
  }

  private List<RecognitionChange> changes(
      PurchaseHistory both, PurchaseHistory winner, PurchaseHistory loser) {
    return both.changesSince(List.of(winner, loser), purchases.zone());
  }
}
