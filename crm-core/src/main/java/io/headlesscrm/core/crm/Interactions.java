package io.headlesscrm.core.crm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Direction;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The contacts with customers: written once, never changed. */
public final class Interactions {

  private final Log<Interaction> log;
  private final Units units;
  private final Customers customers;

  Interactions(CrmStorage storage, Units units, Customers customers) {
    this.log = storage.log(Interaction.TYPE);
    this.units = units;
    this.customers = customers;
  }

  /**
   * Writes a contact down. The same one twice is written once; another one with its id is refused.
   *
   * @param interaction any; of a customer that was merged: written for the one that remained
   * @return what became of it
   */
  public AppendOutcome add(Interaction interaction) {
    return units.required(() -> {
      CustomerId customer = customers.resolve(interaction.customer());
      return log.append(List.of(interaction.withCustomer(customer))).get(0);
    });
  }

  /**
   * The contacts with a customer.
   *
   * @param customer any, also one that was merged
   * @param page which part
   * @return the newest first
   */
  public Slice<Interaction> list(CustomerId customer, Page page) {
    return log.list(
        LogQuery.where(Interaction.TYPE.of(customers.resolve(customer))).reversed(), page);
  }

  /**
   * Customers who turned to the company and were not answered: nothing replies to them, and they were not corrected.
   *
   * @param since the first instant that is looked at
   * @param before the first instant that is not looked at any more, so that what has just come in is left out
   * @return the oldest first
   */
  public List<Interaction> unanswered(Instant since, Instant before) {
    List<Interaction> open = new ArrayList<>();
    LogQuery<Interaction> inbound = LogQuery.where(
            Interaction.DIRECTION.is(Direction.INBOUND.name()))
        .since(since)
        .before(before);
    log.forEach(inbound, interaction -> {
      if (isOpen(interaction)) {
        open.add(interaction);
      }
    });
    return open;
  }

  private boolean isOpen(Interaction interaction) {
    LogQuery<Interaction> closing = LogQuery.where(
        Interaction.REPLY_TO.is(interaction.id()).or(Interaction.CORRECTS.is(interaction.id())));
    return log.list(closing, Page.first(1)).items().isEmpty();
  }
}
