package io.headlesscrm.core.crm;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.storage.AppendOutcome;
import java.util.Optional;

/** Something that the person at the counter should say or know at a purchase. */
@FunctionalInterface
public interface CounterHint {

  /** Welcomes who is new, and who comes back after a long time; not at a credit note. */
  CounterHint GREETING = answer -> !answer.counts() || answer.outcome() == AppendOutcome.CONFLICT
      ? Optional.empty()
      : greeting(answer);

  private static Optional<Reason> greeting(CounterAnswer answer) {
    return switch (answer.recognition()) {
      case NEW -> Optional.of(Reason.of("counter.welcome"));
      case REACTIVATED ->
        Optional.of(
            Reason.of("counter.welcome-back").with("days", answer.recognised().days()));
      case UNKNOWN -> Optional.of(Reason.of("counter.ask-who"));
      case RETURNING -> Optional.empty();
    };
  }

  /** Says who looks after the customer. */
  CounterHint OWNER = answer ->
      answer.findOwner().map(owner -> Reason.of("counter.owner").withValue("owner", owner.value()));

  /**
   * What to say.
   *
   * @param answer what is known at the purchase
   * @return empty when there is nothing to say
   */
  Optional<Reason> findHint(CounterAnswer answer);

  /**
   * A service that customers of a class are entitled to; a stranger and a customer that is new are not.
   *
   * @param kind of class, such as {@code abc}
   * @param value such as {@code A}
   * @param service such as "goes first"
   * @return the hint
   */
  static CounterHint entitlement(String kind, String value, String service) {
    Reason entitled = Reason.of("counter.entitled")
        .withValue("kind", kind)
        .withValue("value", value)
        .withValue("service", service);
    return answer -> answer
        .findClass(kind)
        .filter(value::equals)
        .filter(known -> answer.recognition() != Recognition.NEW)
        .map(known -> entitled);
  }
}
