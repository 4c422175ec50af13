package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.privacy.Consent;
import io.headlesscrm.core.customer.privacy.ConsentPolicy;
import io.headlesscrm.core.customer.privacy.Consents;
import io.headlesscrm.core.customer.privacy.Eraser;
import io.headlesscrm.core.customer.privacy.ErasureId;
import io.headlesscrm.core.customer.privacy.ErasureOutcome;
import io.headlesscrm.core.customer.privacy.ErasurePlan;
import io.headlesscrm.core.customer.privacy.ExpiredNotes;
import io.headlesscrm.core.customer.privacy.PersonalDataExport;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a customer has allowed, may see, and can have erased. */
public final class Privacy {

  private final CrmStorage storage;
  private final TypeRegistry registry;
  private final Units units;
  private final Customers customers;
  private final ConsentPolicy policy;

  Privacy(
      CrmStorage storage,
      TypeRegistry registry,
      Units units,
      Customers customers,
      ConsentPolicy policy) {
    this.storage = storage;
    this.registry = registry;
    this.units = units;
    this.customers = customers;
    this.policy = policy;
  }

  /**
   * Writes down what a customer allowed or forbade. The same statement twice is written once.
   *
   * @param consent granted or withdrawn
   * @return what became of it
   * @throws IllegalArgumentException when the customer is not registered
   */
  public AppendOutcome add(Consent consent) {
    return units.required(() -> {
      Consent own = consent.withCustomer(required(consent.customer()));
      return storage.log(Consent.TYPE).append(List.of(own)).get(0);
    });
  }

  /**
   * Whether a customer may be contacted. Where it said nothing, the company's policy holds.
   *
   * @param customer any, also one that was merged
   * @param channel by which way
   * @param purpose what for
   * @param at when
   * @return false when it forbade it
   */
  public boolean mayContact(
      CustomerId customer, ContactChannel channel, ContactPurpose purpose, Instant at) {
    return Consents.in(storage, customers.resolve(customer), policy)
        .mayContact(channel, purpose, at);
  }

  /**
   * Everything that is stored about a customer, of every registered type.
   *
   * @param customer any, also one that was merged
   * @param at when it is handed over
   * @return to be given to the customer; what is personal to others is masked
   * @throws IllegalArgumentException when the customer is not registered
   */
  public JsonDocument export(CustomerId customer, Instant at) {
    return PersonalDataExport.of(storage, registry, required(customer), at);
  }

  /**
   * What an erasure would do. Nothing is written.
   *
   * @param customer any, also one that was merged
   * @return the plan, to be shown
   * @throws IllegalArgumentException when the customer is not registered
   */
  public ErasurePlan plan(CustomerId customer) {
    return Eraser.over(storage, registry).plan(required(customer));
  }

  /**
   * Erases exactly as planned, in one unit.
   *
   * @param plan as it was shown
   * @param id of the erasure
   * @param reason why
   * @param by who does it
   * @return with the proof by search, which says whether it is clean and what is left where it is not; or why nothing was
   *     erased
   */
  public ErasureOutcome apply(ErasurePlan plan, ErasureId id, Reason reason, Attribution by) {
    return units.required(() -> plan.apply(id, reason, by.actor(), by.at()));
  }

  /**
   * Removes notes that may not be used any more.
   *
   * @param day the first on which they may not
   * @return whose notes were removed
   */
  public Set<CustomerId> removeExpiredNotes(LocalDate day) {
    return units.required(() -> ExpiredNotes.in(storage).remove(day));
  }

  private CustomerId required(CustomerId customer) {
    CustomerId id = customers.resolve(customer);
    if (customers.find(id).isEmpty()) {
      throw new IllegalArgumentException(
          "customer " + customer + " is not registered, it must be. Maybe the id is misspelt?");
    }
    return id;
  }
}
