package io.headlesscrm.core.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.walk.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiredNotesTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final CustomerId C = CustomerId.of("C");
  private static final CustomerId D = CustomerId.of("D");
  private static final Note OLD = new Note(NoteKind.LIKE, "golf", "visit", "service", MARCH);
  private static final Note KEPT = new Note(NoteKind.NEED, "storage", "visit", "offer", null);

  private final World world = World.empty();
  private final ExpiredNotes notes = ExpiredNotes.in(world.storage());

  ExpiredNotesTest() {
    Customer with = Customer.organisation(C, "Alpha").note(OLD).note(KEPT).build();
    Customer was = Customer.organisation(D, "Beta").note(OLD).build();
    Customer is = was.toBuilder().notes(List.of()).build();
    world.in(() -> {
      world.storage().store(Customer.TYPE).insert(with);
      world.storage().store(Customer.TYPE).insert(is);
      world
          .storage()
          .log(CustomerChange.TYPE)
          .append(List.of(
              CustomerChange.between(was, is, 2, Attribution.of("lin", "sales", Instant.EPOCH))));
    });
  }

  @Test
  void customers_dayBeforeTheExpiry_none() {
    assertThat(notes.customers(MARCH.minusDays(1))).isEmpty();
    assertThat(notes.remove(MARCH.minusDays(1))).isEmpty();
  }

  @Test
  void remove_expired_outOfRecordAndHistory() {
    assertThat(notes.customers(MARCH)).containsExactly(C, D);

    assertThat(notes.remove(MARCH)).containsExactly(C, D);

    assertThat(World.places(world.content(), "golf")).isEmpty();
    assertThat(
            world.storage().store(Customer.TYPE).find(C).orElseThrow().value().notes())
        .containsExactly(KEPT);
    assertThat(notes.customers(MARCH)).isEmpty();
  }
}
