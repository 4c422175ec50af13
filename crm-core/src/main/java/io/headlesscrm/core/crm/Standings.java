package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes standings together with the changes of stage that they sum up. Always inside a unit. */
final class Standings {

  private final Store<CustomerId, Standing> store;
  private final Log<StageChange> changes;

  Standings(CrmStorage storage) {
    this.store = storage.store(Standing.TYPE);
    this.changes = storage.log(StageChange.TYPE);
  }

  Optional<Versioned<Standing>> find(CustomerId customer) {
    return store.find(customer);
  }

  /** The standing of a customer that has none yet: potential, put on file. */
  Versioned<Standing> begin(CustomerId customer, Attribution by) {
    StageChange entry = new StageChange(
        Standing.changeId(customer, 0),
        customer,
        null,
        Stage.POTENTIAL,
        by.at(),
        false,
        by.actor(),
        Reason.of("stage.registered"));
    append(entry);
    return store.insert(Standing.of(entry)).orThrow();
  }

  /** The standing after a move, whose change is appended. The move must be legal. */
  Standing moved(
      Standing standing, Stage to, boolean buyer, Instant at, Attribution by, Reason reason) {
    Instant since = standing.stage().since();
    StageChange change = new StageChange(
        Standing.changeId(standing.customer(), standing.stageChanges()),
        standing.customer(),
        standing.stage().stage(),
        to,
        at.isBefore(since) ? since : at,
        buyer,
        by.actor(),
        reason);
    append(change);
    return standing.with(change);
  }

  Versioned<Standing> update(Versioned<Standing> known, Standing now) {
    return now.equals(known.value())
        ? known
        : store.update(now, known.version()).orThrow();
  }

  private void append(StageChange change) {
    Appended.require(changes.append(List.of(change)), StageChange.TYPE.name(), change.id());
  }
}
