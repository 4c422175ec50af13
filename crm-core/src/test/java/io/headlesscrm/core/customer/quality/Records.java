package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of customers with and without faults. */
final class Records {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  static final String USCC = "91350100M000100Y43";

  private Records() {}

  /** Nothing is wrong with it and nothing is missing. */
  static CustomerBuilder good(String id) {
    return Customer.organisation(CustomerId.of(id), "Company " + id)
        .contactPoint(ContactPoint.of(ContactChannel.EMAIL, id + "@example.com"))
        .contact(new Contact("Wang", "head of logistics", true, List.of()))
        .address(new Address("1 Harbour Road", "Shenzhen", null, null, "CN"))
        .note(note(NoteKind.NEED, null))
        .note(note(NoteKind.LIKE, null))
        .verifiedOn(TODAY.minusDays(30));
  }

  static Note note(NoteKind kind, @Nullable LocalDate expires) {
    return new Note(kind, "something", "visit", "sales", expires);
  }

  static ContactPoint endsOn(LocalDate until) {
    return new ContactPoint(ContactChannel.PHONE, "0755 8888 0000", Set.of(), null, until);
  }

  static Relationship parent(String other) {
    return new Relationship(RelationshipKind.PARENT_COMPANY, CustomerId.of(other), null, null);
  }

  static ExternalId number(String scheme, String value) {
    return ExternalId.of(scheme, value);
  }

  static CrmStorage stored(List<Customer> customers) {
    CrmStorage storage = new InMemoryStorage();
    storage.unitOfWork().required(() -> {
      customers.forEach(storage.store(Customer.TYPE)::insert);
      return customers.size();
    });
    return storage;
  }
}
