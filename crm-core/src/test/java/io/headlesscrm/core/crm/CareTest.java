package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.date;
import static io.headlesscrm.core.crm.Company.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.privacy.ErasureId;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.care.CareMove;
import io.headlesscrm.core.service.care.CareOutcome;
import io.headlesscrm.core.service.care.CareState;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.care.SwitchingCause;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Versioned;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareTest {

  private static final ActorId LIN = ActorId.of("lin");
  private static final ActorId WU = ActorId.of("wu");

  private final Crm crm =
      new Company().with(named(C1, "Shunfeng Toys"), named(C2, "Harbour Foods")).crm;
  private final Care care = crm.care();

  @Test
  void open_sameIdOrSamePurpose_once() {
    CareTask task = task("W-1", C1, 5);

    assertThat(care.open(task)).isEqualTo(new CareOpening.Opened(task));
    assertThat(care.open(task)).isEqualTo(new CareOpening.Known(task));
    assertThat(care.open(task("W-2", C1, 6))).isEqualTo(new CareOpening.Known(task));
    assertThat(care.open(task("W-3", C2, 6))).isInstanceOf(CareOpening.Opened.class);
    assertThat(care.list(C1)).containsExactly(task);

    care.close("W-1", CareOutcome.FALSE_ALARM, null, "", by(2));
    assertThat(care.open(task("W-2", C1, 6))).isInstanceOf(CareOpening.Opened.class);
  }

  @Test
  void open_notNew_thrown() {
    CareTask begun = task("W-1", C1, 5).next(CareState.CONTACTED, "", by(2)).orThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> care.open(begun))
        .withMessageContaining("is not new");
  }

  @Test
  void move_outOfOrder_refusedAndNothingStored() {
    care.open(task("W-1", C1, 5));

    assertThat(care.move("W-1", CareState.PLANNED, "10 % off", by(2)))
        .isEqualTo(new CareMove.Refused(Reason.of("care.wrong-order")
            .withValue("from", Reason.of("care.OPEN"))
            .withValue("to", Reason.of("care.PLANNED"))));
    assertThat(care.find("W-1").orElseThrow().state()).isEqualTo(CareState.OPEN);
    assertThat(care.move("W-9", CareState.CONTACTED, "", by(2)))
        .isInstanceOfSatisfying(
            CareMove.Refused.class,
            refused -> assertThat(refused.reason()).hasToString("there is no task W-9"));
  }

  @Test
  void close_afterAllSteps_countedInItsTime() {
    care.open(task("W-1", C1, 5));
    care.open(task("W-2", C2, 5).asControl());
    care.move("W-1", CareState.CONTACTED, "called", by(2)).orThrow();
    care.move("W-1", CareState.OPINION, "too dear", by(3)).orThrow();
    care.move("W-1", CareState.PLANNED, "terms for volume", by(4)).orThrow();
    care.close("W-1", CareOutcome.LOST, SwitchingCause.PRICE, "goes elsewhere", by(20))
        .orThrow();
    care.close("W-2", CareOutcome.FALSE_ALARM, null, "", by(21)).orThrow();

    var results = care.results(CareTask.RETENTION, at(20), at(22));
    assertThat(results.lost()).isEqualTo(1);
    assertThat(results.findControlPrecision()).hasValue(0);
    assertThat(care.results(CareTask.RETENTION, at(21), at(22)).lost()).isZero();
    assertThat(care.results("visit", at(0), at(99)).lost()).isZero();
    assertThat(care.causes(CareTask.RETENTION, at(0), at(99)).shares())
        .containsEntry(SwitchingCause.PRICE, 1.0);
    assertThat(care.opened(CareTask.RETENTION, at(1), at(2)))
        .extracting(CareTask::id)
        .containsExactly("W-1", "W-2");
    assertThat(care.opened(CareTask.RETENTION, at(2), at(99))).isEmpty();
  }

  @Test
  void listOpen_ofAnOwner_firstDueFirst() {
    care.open(task("W-1", C1, 9).withOwner(LIN));
    care.open(task("W-2", C2, 5));
    care.assign("W-2", LIN).orThrow();

    assertThat(ids(care.listOpen(LIN, Page.first(9)).items())).containsExactly("W-2", "W-1");
    assertThat(care.due(date(8))).extracting(CareTask::id).containsExactly("W-2");
    assertThat(care.due(date(9))).extracting(CareTask::id).containsExactly("W-2", "W-1");

    care.close("W-2", CareOutcome.NOT_REACHED, null, "", by(6)).orThrow();
    assertThat(ids(care.listOpen(LIN, Page.first(9)).items())).containsExactly("W-1");
    assertThat(care.assign("W-2", WU)).isInstanceOf(CareMove.Refused.class);
  }

  @Test
  void control_nobodysWork() {
    care.open(task("W-1", C1, 5).asControl());

    assertThat(care.assign("W-1", LIN)).isInstanceOf(CareMove.Refused.class);
    assertThat(care.move("W-1", CareState.CONTACTED, "", by(2)))
        .isInstanceOf(CareMove.Refused.class);
    assertThat(care.due(date(99))).isEmpty();
    assertThat(care.findOpen(C1, CareTask.RETENTION)).isPresent();
  }

  @Test
  void handover_openTasks_changeHandsAndClosedOnesStay() {
    care.open(task("W-1", C1, 5).withOwner(LIN));
    care.open(task("W-2", C2, 5).withOwner(LIN));
    care.close("W-2", CareOutcome.NOT_REACHED, null, "", by(2)).orThrow();

    assertThat(crm.owners().handovers().openWork(LIN, date(3)))
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("W-1");
    HandoverOrder order = HandoverOrder.of(LIN, WU, date(3), "left", WU);
    crm.owners().apply(crm.owners().plan(order), HandoverId.of("H-1"), by(3)).orThrow();

    assertThat(ids(care.listOpen(WU, Page.first(9)).items())).containsExactly("W-1");
    assertThat(care.find("W-2").orElseThrow().owner()).isEqualTo(LIN);
  }

  @Test
  void merge_ofTheCustomer_tasksFollow() {
    care.open(task("W-1", C2, 5));

    crm.merges()
        .apply(crm.merges().plan(C1, C2, FieldChoices.combined()), MergeId.of("M-1"), by(2));

    assertThat(care.list(C1)).extracting(CareTask::customer).containsExactly(C1);
    assertThat(care.open(task("W-2", C2, 6)))
        .extracting(opening -> opening.task().id())
        .isEqualTo("W-1");
  }

  @Test
  void timeline_ofATask_inBothLanguages() {
    care.open(task("W-1", C1, 5));

    assertThat(crm.timeline().newest(C1, 9).items())
        .filteredOn(item -> item.type().equals("care-task"))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.at()).isEqualTo(at(1));
          assertThat(item.text()).hasToString("task (retention), due 2026-01-06: open");
        });
  }

  @Test
  void erase_theCustomer_wordsAreGoneAndCountsStay() {
    care.open(task("W-1", C1, 5));
    care.move("W-1", CareState.CONTACTED, "his mother is ill", by(2)).orThrow();
    assertThat(crm.privacy().export(C1, at(3)).toString()).contains("his mother is ill");

    crm.privacy()
        .apply(crm.privacy().plan(C1), ErasureId.of("E-1"), Reason.of("host.asked"), by(3));

    assertThat(crm.privacy().export(C1, at(4)).toString()).doesNotContain("mother");
    assertThat(care.find("W-1").orElseThrow().state()).isEqualTo(CareState.CONTACTED);
  }

  @Test
  void findBrief_fromTheRecord_languageSalutationAndOwnWords() {
    CustomerId c3 = CustomerId.of("C3");
    crm.customers()
        .register(
            Customer.organisation(c3, "Port Tools")
                .trait(CareBrief.LANGUAGE, "zh")
                .trait(CareBrief.SALUTATION, "陈女士")
                .contact(Contact.of("Lu"))
                .contact(new Contact("Chen", "buyer", true, List.of()))
                .note(new Note(NoteKind.DISLIKE, "calls before ten", "visit", "service", null))
                .note(new Note(NoteKind.LIKE, "tea", "visit", "service", date(3)))
                .note(new Note(NoteKind.PUBLIC_FACT, "listed", "paper", "service", null))
                .build(),
            by(0));
    crm.interactions().add(said("I-1", c3, 1, "where is my box?"));
    crm.interactions().add(said("I-2", c3, 2, "two days late again"));
    crm.interactions()
        .add(Interaction.outbound("O-1", c3, ContactChannel.EMAIL, at(3), LIN, "sorry"));
    care.open(task("W-1", c3, 5));

    CareBrief brief = care.findBrief("W-1", date(4)).orElseThrow();

    assertThat(brief.language()).isEqualTo("zh");
    assertThat(brief.salutation()).isEqualTo("陈女士");
    assertThat(brief.contact()).extracting(Contact::name).isEqualTo("Chen");
    assertThat(brief.said()).extracting(Interaction::subject).isEqualTo("two days late again");
    assertThat(brief.notes()).extracting(Note::text).containsExactly("calls before ten");
    assertThat(brief.toString()).doesNotContain("Chen");
    assertThat(care.findBrief("W-9", date(4))).isEmpty();
  }

  @Test
  void findBrief_nothingKnown_empty() {
    care.open(task("W-1", C1, 5));

    CareBrief brief = care.findBrief("W-1", date(4)).orElseThrow();

    assertThat(brief.language()).isNull();
    assertThat(brief.contact()).isNull();
    assertThat(brief.said()).isNull();
    assertThat(brief.notes()).isEmpty();
  }

  @Test
  void open_unregisteredCustomer_thrown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> care.open(task("W-1", CustomerId.of("typo"), 5)))
        .withMessageContaining("customer typo is not registered");
  }

  private static Interaction said(String id, CustomerId customer, int day, String subject) {
    return Interaction.inbound(id, customer, ContactChannel.PHONE, at(day), LIN, subject);
  }

  private static CareTask task(String id, CustomerId customer, int due) {
    return CareTask.open(
        id,
        customer,
        CareTask.RETENTION,
        List.of(Reason.of("test.silent").with("days", 96)),
        date(due),
        by(1));
  }

  private static List<String> ids(List<Versioned<CareTask>> tasks) {
    return tasks.stream().map(held -> held.value().id()).toList();
  }
}
