package io.headlesscrm.core.customer.privacy;

import io.headlesscrm.core.customer.identity.MergeRecord;
import io.headlesscrm.core.id.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through statements and merges in the order of time: what each customer of the time has said. */
final class ConsentFold {

  private final Map<CustomerId, ConsentState> states = new HashMap<>();
  private final Map<CustomerId, CustomerId> survivors = new HashMap<>();

  void say(Consent statement) {
    states.put(survivor(statement.statedAs()), statement.state());
  }

  void merge(MergeRecord merge) {
    CustomerId winner = survivor(merge.winner());
    CustomerId loser = survivor(merge.loser());
    if (!winner.equals(loser)) {
      survivors.put(loser, winner);
      @Nullable ConsentState said = states.remove(loser);
      if (said != null) {
        states.merge(winner, said, ConsentState::orMoreRestrictive);
      }
    }
  }

  /** Of all that are one customer today, whether they were at the time or not. */
  Optional<ConsentState> findMostRestrictive() {
    return states.values().stream().reduce(ConsentState::orMoreRestrictive);
  }

  private CustomerId survivor(CustomerId id) {
    CustomerId last = id;
    for (CustomerId next = survivors.get(last); next != null; next = survivors.get(last)) {
      last = next;
    }
    return last;
  }
}
