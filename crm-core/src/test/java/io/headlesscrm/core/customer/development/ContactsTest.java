package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.development.Changes.day;
import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsTest {

  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");

  /** From day 10 to day 20: a twice, one of them corrected; b before and after; c not at all. */
  private static final List<Interaction> INTERACTIONS = List.of(
      talk("1", A, 10),
      talk("2", A, 19),
      talk("3", A, 19).correcting("2"),
      talk("4", B, 9),
      talk("5", B, 20));

  @Test
  void of_period_countsWithoutCorrections() {
    Contacts contacts = Contacts.of(INTERACTIONS, day(10), day(20));

    assertThat(contacts.with(A)).isEqualTo(2);
    assertThat(contacts.with(B)).isZero();
    assertThat(contacts.with(C)).isZero();
    assertThat(contacts.customers()).containsExactly(A);
  }

  @Test
  void read_storage_coverageOfThePeriod() {
    CrmStorage storage = new InMemoryStorage();
    Changes changes = new Changes()
        .way("a", 0, POTENTIAL)
        .way("b", 0, POTENTIAL, 5, ACTUAL)
        .way("c", 0, POTENTIAL);
    storage.unitOfWork().required(() -> storage.log(Interaction.TYPE).append(INTERACTIONS));

    Contacts contacts = Contacts.read(storage, day(10), day(20));
    ContactCoverage coverage =
        ContactCoverage.of(changes.stays(30), day(10), day(20), contacts.customers());

    assertThat(coverage.of(POTENTIAL).rate()).hasValue(0.5);
    assertThat(coverage.of(ACTUAL).rate()).hasValue(0);
  }

  private static Interaction talk(String id, CustomerId customer, int day) {
    return Interaction.outbound(
        id, customer, ContactChannel.PHONE, day(day), ActorId.of("desk"), "offer");
  }
}
