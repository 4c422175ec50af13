package io.headlesscrm.core.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import io.headlesscrm.core.walk.HostTypes;
import io.headlesscrm.core.walk.HostTypes.Convoy;
import io.headlesscrm.core.walk.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final CustomerId C = CustomerId.of("C");
  private static final CustomerId D = CustomerId.of("D");
  private static final ActorId LIN = ActorId.of("lin");
  private static final ActorId WU = ActorId.of("wu");
  private static final ActorId BOSS = ActorId.of("boss");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
  private static final HandoverId H1 = HandoverId.of("H1");
  private static final HandoverOrder ORDER = HandoverOrder.of(LIN, WU, MAY, "on leave", BOSS);

  private final World world = World.empty();
  private final Handover handover = Handover.over(world.storage(), world.registry());
  private final Ownerships ownerships = Ownerships.in(world.storage());

  HandoverTest() {
    world.in(() -> {
      insert(new Convoy("open", List.of(C), List.of(LIN), "", false));
      insert(new Convoy("closed", List.of(C), List.of(LIN), "", true));
      insert(new Convoy("both", List.of(D), List.of(LIN, WU), "", false));
      insert(new Convoy("other", List.of(D), List.of(WU), "", false));
      for (CustomerId id : List.of(C, D)) {
        world
            .storage()
            .store(Customer.TYPE)
            .insert(Customer.organisation(id, "name of " + id).build());
      }
    });
    ownerships.assign(C, Assignment.of(LIN, MARCH, "", BOSS));
    ownerships.assign(D, Assignment.of(LIN, MARCH, "", BOSS));
    ownerships.assign(D, Assignment.of(BOSS, MAY.minusDays(1), "", BOSS));
  }

  @Test
  void plan_everything_checkListWithoutClosedAndPastWork() {
    HandoverPlan plan = handover.plan(ORDER);

    assertThat(plan.values())
        .containsExactly(
            new StoredValue("ownership", "C"),
            new StoredValue("host-convoy", "both"),
            new StoredValue("host-convoy", "open"));
    assertThat(plan.counts()).containsEntry("host-convoy", 2).containsEntry("ownership", 1);
    assertThat(plan).hasToString("handover from lin to wu: {host-convoy=2, ownership=1}");
    assertThat(ownerships.findOwner(C, MAY)).contains(LIN);
  }

  @Test
  void apply_leaver_nothingLeftAndDated() {
    HandoverOutcome.Done done = handover.plan(ORDER).apply(H1, AT).orThrow();

    assertThat(handover.openWork(LIN, MAY)).isEmpty();
    assertThat(ownerships.findOwner(C, MAY.minusDays(1))).contains(LIN);
    assertThat(ownerships.findOwner(C, MAY)).contains(WU);
    assertThat(convoy("open").drivers()).containsExactly(WU);
    assertThat(convoy("both").drivers()).containsExactly(WU);
    assertThat(convoy("closed").drivers()).containsExactly(LIN);
    assertThat(done.record().moved()).hasSize(3);
    assertThat(world.storage().store(HandoverRecord.TYPE).find(H1)).isPresent();
  }

  @Test
  void apply_proof_namesEveryFieldThatChanged() {
    HandoverOutcome.Done done =
        handover.plan(ORDER.ofTypes(List.of("host-convoy"))).apply(H1, AT).orThrow();

    assertThat(done.proof())
        .containsExactly(
            new FieldChange(new StoredValue("host-convoy", "both"), "drivers[0]", "lin", "wu"),
            new FieldChange(new StoredValue("host-convoy", "both"), "drivers[1]", "wu", null),
            new FieldChange(new StoredValue("host-convoy", "open"), "drivers[0]", "lin", "wu"));
    assertThat(done.proof().get(0)).hasToString("drivers[0] of host-convoy both");
  }

  @Test
  void plan_someCustomers_onlyWhatBelongsToThem() {
    assertThat(handover.plan(ORDER.ofCustomers(List.of(D))).values())
        .containsExactly(new StoredValue("host-convoy", "both"));
  }

  @Test
  void apply_changedSinceThePlan_refused() {
    HandoverPlan plan = handover.plan(ORDER);
    ownerships.release(C, MAY, "neglected");

    assertThat(plan.apply(H1, AT)).isEqualTo(new HandoverOutcome.Stale());
    assertThat(convoy("open").drivers()).containsExactly(LIN);
    assertThatIllegalStateException()
        .isThrownBy(() -> plan.apply(H1, AT).orThrow())
        .withMessageContaining("Maybe make a new plan");
  }

  @Test
  void apply_sameIdTwice_refused() {
    HandoverRecord first = handover.plan(ORDER).apply(H1, AT).orThrow().record();

    assertThat(handover.plan(ORDER).apply(H1, AT)).isEqualTo(new HandoverOutcome.IdTaken(first));
  }

  @Test
  void giveBack_substitute_whatItStillHas() {
    handover.plan(ORDER.until(JUNE)).apply(H1, AT).orThrow();
    assertThat(handover.dueBack(JUNE.minusDays(1))).isEmpty();
    assertThat(handover.dueBack(JUNE)).extracting(HandoverRecord::id).containsExactly(H1);

    ReturnOutcome.Returned returned =
        (ReturnOutcome.Returned) handover.giveBack(H1, JUNE, BOSS, AT.plusSeconds(1));

    assertThat(returned.returned())
        .containsExactly(new StoredValue("ownership", "C"), new StoredValue("host-convoy", "open"));
    assertThat(returned.stayed()).containsExactly(new StoredValue("host-convoy", "both"));
    assertThat(ownerships.findOwner(C, JUNE.minusDays(1))).contains(WU);
    assertThat(ownerships.findOwner(C, JUNE)).contains(LIN);
    assertThat(convoy("other").drivers()).containsExactly(WU);
    assertThat(handover.dueBack(JUNE)).isEmpty();
    assertThat(handover.giveBack(H1, JUNE, BOSS, AT))
        .isEqualTo(new ReturnOutcome.NotHandedOver(H1));
  }

  @Test
  void giveBack_closedOrMergedMeanwhile_closedStaysAndSurvivorReturns() {
    handover.plan(ORDER.until(JUNE)).apply(H1, AT).orThrow();
    world.in(() -> world
        .storage()
        .store(HostTypes.CONVOY)
        .update(new Convoy("open", List.of(C), List.of(WU), "", true), 2)
        .orThrow());
    ownerships.release(D, MAY, "merged below");
    Merge.over(world.storage(), world.registry())
        .plan(D, C, FieldChoices.combined())
        .apply(MergeId.of("M"), BOSS, AT)
        .orThrow();
    assertThat(ownerships.findOwner(D, MAY)).contains(WU);

    ReturnOutcome.Returned returned =
        (ReturnOutcome.Returned) handover.giveBack(H1, JUNE, BOSS, AT);

    assertThat(returned.returned()).containsExactly(new StoredValue("ownership", "D"));
    assertThat(returned.stayed())
        .containsExactly(
            new StoredValue("host-convoy", "both"), new StoredValue("host-convoy", "open"));
    assertThat(ownerships.findOwner(D, JUNE)).contains(LIN);
  }

  @Test
  void giveBack_onlySharedWork_nothingElseMoves() {
    HandoverOrder shared = ORDER.ofCustomers(List.of(D));
    handover.plan(shared).apply(H1, AT).orThrow();

    ReturnOutcome.Returned returned =
        (ReturnOutcome.Returned) handover.giveBack(H1, JUNE, BOSS, AT);

    assertThat(returned.returned()).isEmpty();
    assertThat(convoy("other").drivers()).containsExactly(WU);
  }

  @Test
  void apply_typeThatChangesMoreThanItsAssignee_refused() {
    RecordType<String, Convoy> careless = convoys((convoy, from, to) ->
        new Convoy(convoy.id(), convoy.customers(), List.of(to), "handed over", false));
    Handover overCareless = over(careless);

    assertThat(overCareless.plan(ORDER).apply(H1, AT))
        .isEqualTo(new HandoverOutcome.ChangesMore(List.of(new StoredValue("careless", "c"))));
  }

  @Test
  void plan_typeThatKeepsItsAssignee_refused() {
    RecordType<String, Convoy> careless = convoys((convoy, from, to) -> convoy);

    assertThatIllegalStateException()
        .isThrownBy(() -> over(careless).plan(ORDER))
        .withMessageContaining("a careless is still assigned to lin");
  }

  @Test
  void order_toItselfOrBackBeforeItBegins_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HandoverOrder.of(LIN, LIN, MAY, "", BOSS))
        .withMessageContaining("lin hands over to itself");
    assertThatIllegalArgumentException().isThrownBy(() -> ORDER.until(MAY));
  }

  private static Handover over(RecordType<String, Convoy> type) {
    TypeRegistry registry = TypeRegistry.of(List.of(Ownership.TYPE, HandoverRecord.TYPE, type));
    InMemoryStorage storage = new InMemoryStorage();
    storage
        .unitOfWork()
        .required(
            () -> storage.store(type).insert(new Convoy("c", List.of(), List.of(LIN), "", false)));
    return Handover.over(storage, registry);
  }

  private static RecordType<String, Convoy> convoys(Link.Replacement<Convoy, ActorId> link) {
    return RecordType.builder("careless", 1, Convoy::id, (String id) -> id)
        .document(HostTypes.CONVOY::write, HostTypes.CONVOY::read)
        .customers(Link.none())
        .assignees(Link.many(Convoy::drivers, link))
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();
  }

  private void insert(Convoy convoy) {
    world.storage().store(HostTypes.CONVOY).insert(convoy).orThrow();
  }

  private Convoy convoy(String id) {
    return world.storage().store(HostTypes.CONVOY).find(id).orElseThrow().value();
  }
}
