package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.recognition.Recognised;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import io.headlesscrm.core.storage.AppendOutcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the counter needs to know at a purchase, in one answer.
 *
 * @param outcome whether the purchase is new, was there already, or has the id of another one, which then stays
 * @param customer under whom it is recorded: the one that remained, if its customer was merged
 * @param recognised what the customer is at this purchase, and why
 * @param counts whether it is a purchase that counts under the company's policy, unlike a credit note
 * @param standing where the customer stands after it; null for a stranger
 * @param changes earlier answers that this purchase proves wrong, because it came late or takes another one back
 * @param hints what to say, made when asked for
 */
public record CounterAnswer(
    AppendOutcome outcome,
    CustomerId customer,
    Recognised recognised,
    boolean counts,
    @Nullable Standing standing,
    List<RecognitionChange> changes,
    List<CounterHint> hints) {

  public CounterAnswer {
    requireNonNull(outcome, "outcome");
    requireNonNull(customer, "customer");
    requireNonNull(recognised, "recognised");
    changes = List.copyOf(changes);
    hints = List.copyOf(hints);
  }

  /**
   * What the customer is at this purchase.
   *
   * @return new, returning, reactivated or unknown
   */
  public Recognition recognition() {
    return recognised.recognition();
  }

  /**
   * The stage after the purchase.
   *
   * @return empty for a stranger
   */
  public Optional<Stage> findStage() {
    return Optional.ofNullable(standing).map(known -> known.stage().stage());
  }

  /**
   * Who looks after the customer.
   *
   * @return empty when nobody does
   */
  public Optional<ActorId> findOwner() {
    return Optional.ofNullable(standing).map(Standing::owner);
  }

  /**
   * The class, segment or score of a kind.
   *
   * @param kind such as {@code abc}
   * @return empty when there is none
   */
  public Optional<String> findClass(String kind) {
    return Optional.ofNullable(standing).flatMap(known -> known.findClass(kind));
  }

  /**
   * What to say at the counter.
   *
   * @return the most important first; may be empty
   */
  public List<Reason> toSay() {
    return hints.stream().flatMap(hint -> hint.findHint(this).stream()).toList();
  }
}
