package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact: somebody put a customer on file or changed its record. Keeps the record as it was before, so that the record of
 * any day can be read again.
 *
 * @param id one per version of the record
 * @param customer whose record
 * @param version that was written, 1 when it was put on file
 * @param by who wrote it, for which department, when
 * @param fields the parts that changed, by their names; all that it had when it was put on file
 * @param before the record as it was; null when it was put on file, and after an erasure
 */
public record CustomerChange(
    String id,
    CustomerId customer,
    long version,
    Attribution by,
    List<String> fields,
    @Nullable Customer before) {

  /** How changes are stored. An erasure leaves who changed which parts and when. */
  public static final FactType<CustomerChange> TYPE = FactType.builder(
          "customer-change", 1, CustomerChange::id, CustomerChange::at)
      .document(CustomerChange::write, CustomerChange::read)
      .customers(Link.one(CustomerChange::customer, CustomerChange::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.anonymised(CustomerChange::texts, CustomerChange::withoutBefore))
      .timeline(CustomerChange::summary)
      .build();

  public CustomerChange {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(by, "by");
    fields = List.copyOf(fields);
  }

  /**
   * The fact that a customer was put on file.
   *
   * @param customer as it is in version 1
   * @param by who did it
   * @return the fact
   */
  public static CustomerChange filed(Customer customer, Attribution by) {
    Customer nothingKnown = new CustomerBuilder(customer.id(), customer.kind()).build();
    return new CustomerChange(
        id(customer.id(), 1, by.at()),
        customer.id(),
        1,
        by,
        differences(nothingKnown, customer),
        null);
  }

  /**
   * The fact that a record was changed.
   *
   * @param before as it was
   * @param after as it is
   * @param version of the record as it is
   * @param by who changed it
   * @return the fact
   */
  public static CustomerChange between(
      Customer before, Customer after, long version, Attribution by) {
    return new CustomerChange(
        id(after.id(), version, by.at()),
        after.id(),
        version,
        by,
        differences(before, after),
        before);
  }

  /**
   * The record as it was at an instant.
   *
   * @param now as it is; null when there is none any more
   * @param changes all changes of the customer
   * @param instant a change at this very instant has happened
   * @return empty before it was put on file, and where an erasure took away what it was
   */
  public static Optional<Customer> findAsOf(
      @Nullable Customer now, List<CustomerChange> changes, Instant instant) {
    List<CustomerChange> later = new ArrayList<>(changes);
    later.removeIf(change -> !change.at().isAfter(instant));
    later.sort(Comparator.comparing(CustomerChange::at).thenComparingLong(CustomerChange::version));
    return later.isEmpty() ? Optional.ofNullable(now) : Optional.ofNullable(later.get(0).before);
  }

  /**
   * When it was changed.
   *
   * @return the instant of the attribution
   */
  public Instant at() {
    return by.at();
  }

  private static List<String> differences(Customer before, Customer after) {
    return Customer.TYPE.write(before).differences(Customer.TYPE.write(after));
  }

  /** The instant tells the versions of a record apart from those of one that was deleted and came back. */
  private static String id(CustomerId customer, long version, Instant at) {
    return customer.value() + "@" + version + "@" + at;
  }

  private CustomerChange withCustomer(CustomerId other) {
    return new CustomerChange(id, other, version, by, fields, before);
  }

  private CustomerChange withoutBefore() {
    return new CustomerChange(id, customer, version, by, fields, null);
  }

  private List<String> texts() {
    return before == null
        ? List.of()
        : List.copyOf(Customer.TYPE.personalData().texts(before, before.id()));
  }

  private Reason summary() {
    return Reason.of(version == 1 ? "customer.filed" : "customer.changed")
        .withValue("department", by.department())
        .withValue("fields", String.join(", ", fields));
  }

  private JsonDocument write() {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("version", version)
        .put("actor", by.actor().value())
        .put("department", by.department())
        .put("at", by.at())
        .putTexts("fields", fields);
    if (before != null) {
      json.put("before", Customer.TYPE.write(before));
    }
    return json.build();
  }

  private static CustomerChange read(JsonDocument json) {
    return new CustomerChange(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.whole("version"),
        new Attribution(
            ActorId.of(json.text("actor")), json.text("department"), json.instant("at")),
        json.texts("fields"),
        json.has("before") ? Customer.TYPE.read(json.object("before")) : null);
  }
}
