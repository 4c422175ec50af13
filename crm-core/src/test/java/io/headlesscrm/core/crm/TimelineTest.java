package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

  /** A type of the host's own, with a place on the timeline once it sails. */
  private record Voyage(
      String id, CustomerId customer, @Nullable Instant sails) {

    static final Index<Voyage, Instant> SAILS = Index.one("sails", KeyType.INSTANT, Voyage::sails);

    static final RecordType<String, Voyage> TYPE = RecordType.builder(
            "voyage", 1, Voyage::id, (String id) -> id)
        .document(Voyage::write, Voyage::read)
        .customers(
            Link.one(Voyage::customer, (voyage, to) -> new Voyage(voyage.id, to, voyage.sails)))
        .assignees(Link.none())
        .personal(PersonalData.none())
        .timeline(SAILS, voyage -> Reason.of("host.sails"))
        .build();

    JsonDocument write() {
      return JsonDocument.builder()
          .put("id", id)
          .put("customer", customer.value())
          .put("sails", sails)
          .build();
    }

    static Voyage read(JsonDocument json) {
      return new Voyage(
          json.text("id"),
          CustomerId.of(json.text("customer")),
          json.findInstant("sails").orElse(null));
    }
  }

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Crm crm = Company.on(storage).types(List.of(Voyage.TYPE)).build();

  @Test
  void newest_everyRegisteredType_inOneOrder() {
    crm.customers().register(named(C1, "Shunfeng Toys"), by(0));
    crm.purchases().record(sale("1", C1, 2), by(2));
    crm.interactions().add(call("I-1", C1, 1));
    add(new Voyage("V-1", C1, at(3)), new Voyage("V-2", C1, null), new Voyage("V-3", C2, at(3)));

    TimelinePage page = crm.timeline().newest(C1, 50);

    assertThat(page.next()).isNull();
    assertThat(page.items())
        .extracting(item -> item.type() + " " + item.text().key())
        .containsExactly(
            "voyage host.sails",
            "stage-change stage.entered",
            "purchase purchase.sale",
            "interaction interaction.inbound",
            "stage-change stage.entered",
            "customer-change customer.filed");
  }

  @Test
  void newest_nobody_empty() {
    assertThat(crm.timeline().newest(CustomerId.of("C9"), 5))
        .isEqualTo(new TimelinePage(List.of(), null));
  }

  @Property(tries = 150)
  void after_anyPageSize_everyItemOnce(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 6) Integer> days,
      @ForAll @IntRange(min = 1, max = 9) int limit) {
    Crm fresh = Company.on(new InMemoryStorage()).types(List.of(Voyage.TYPE)).build();
    fresh.customers().register(named(C1, "Shunfeng Toys"), by(3));
    for (int i = 0; i < days.size(); i++) {
      int day = days.get(i);
      String id = "x" + i;
      switch (i % 3) {
        case 0 -> fresh.purchases().record(sale(id, C1, day), by(day));
        case 1 -> fresh.interactions().add(call(id, C1, day));
        default ->
          fresh
              .storage()
              .unitOfWork()
              .required(
                  () -> fresh.storage().store(Voyage.TYPE).insert(new Voyage(id, C1, at(day))));
      }
    }
    List<TimelineItem> whole = fresh.timeline().newest(C1, 1_000).items();

    List<TimelineItem> paged = new ArrayList<>();
    TimelinePage page = fresh.timeline().newest(C1, limit);
    paged.addAll(page.items());
    while (page.next() != null) {
      page = fresh.timeline().after(C1, limit, page.next());
      assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
      paged.addAll(page.items());
    }

    assertThat(whole).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(whole).hasSizeGreaterThanOrEqualTo(days.size() + 2);
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void before_instant_nothingOfItOrLater() {
    crm.interactions().add(call("I-1", C1, 1));
    crm.interactions().add(call("I-2", C1, 2));

    assertThat(crm.timeline().before(C1, 9, at(2)).items())
        .extracting(TimelineItem::id)
        .containsExactly("I-1");
    assertThat(crm.timeline().before(C1, 9, at(2).plusNanos(1)).items()).hasSize(2);
  }

  @Test
  void correction_newEntry_bothStay() {
    crm.interactions().add(call("I-1", C1, 1));
    crm.interactions().add(call("I-2", C1, 1).correcting("I-1"));

    assertThat(crm.timeline().newest(C1, 9).items())
        .extracting(TimelineItem::id)
        .containsExactly("I-2", "I-1");
  }

  @Test
  void after_aMillionEntries_pagesFromAnywhere() {
    storage.unitOfWork().required(() -> {
      List<Interaction> batch = new ArrayList<>();
      for (int i = 0; i < 1_000_000; i++) {
        batch.add(Interaction.inbound(
            "I" + i, C1, ContactChannel.EMAIL, at(0).plusSeconds(i / 2), ActorId.of("a"), ""));
        if (batch.size() == 10_000) {
          storage.log(Interaction.TYPE).append(batch);
          batch.clear();
        }
      }
      return true;
    });

    TimelineItem middle =
        crm.timeline().before(C1, 1, at(0).plusSeconds(250_000)).items().get(0);
    TimelinePage page = crm.timeline().after(C1, 1_000, middle);

    assertThat(middle.id()).isEqualTo("I499999");
    assertThat(page.items()).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(page.items().get(0).id()).isEqualTo("I499998");
    assertThat(page.items()).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(page.next()).isEqualTo(page.items().get(999));
  }

  private void add(Voyage... voyages) {
    crm.storage().unitOfWork().required(() -> {
      for (Voyage voyage : voyages) {
        crm.storage().store(Voyage.TYPE).insert(voyage).orThrow();
      }
      return true;
    });
  }

  private static Interaction call(String id, CustomerId customer, int day) {
    return Interaction.inbound(
        id, customer, ContactChannel.PHONE, at(day), ActorId.of("anna"), "question");
  }
}
