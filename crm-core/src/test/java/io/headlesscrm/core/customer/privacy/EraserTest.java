package io.headlesscrm.core.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import io.headlesscrm.core.walk.HostTypes;
import io.headlesscrm.core.walk.HostTypes.Contract;
import io.headlesscrm.core.walk.HostTypes.Convoy;
import io.headlesscrm.core.walk.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EraserTest {

  private static final CustomerId C = CustomerId.of("C");
  private static final CustomerId D = CustomerId.of("D");
  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
  private static final Reason REQUEST = Reason.of("privacy.on-request");
  private static final ErasureId E1 = ErasureId.of("E1");

  private final World world = World.empty();
  private final Eraser eraser = Eraser.over(world.storage(), world.registry());

  EraserTest() {
    world.in(() -> {
      customers().insert(Customer.person(C, "王小明").build());
      customers().insert(Customer.person(D, "王小明").source("friend of 王小明").build());
      world
          .storage()
          .log(Purchase.TYPE)
          .append(List.of(Purchase.builder(PurchaseId.of("P"), C, AT)
              .amount(Money.of("10.00", "CNY"))
              .build()));
      world.storage().store(HostTypes.CONTRACT).insert(new Contract(C, 2026, "private terms"));
      world
          .storage()
          .store(HostTypes.CONVOY)
          .insert(new Convoy("1", List.of(C, D), List.of(), "ask for the tall man", false));
    });
  }

  @Test
  void plan_everyType_countsWithReasons() {
    assertThat(eraser.plan(C).counts())
        .containsExactly(
            new TypeErasure("customer", 1, 0, Map.of()),
            new TypeErasure("purchase", 0, 0, Map.of(Reason.of("purchase.kept-for-accounts"), 1)),
            new TypeErasure("host-convoy", 1, 0, Map.of()),
            new TypeErasure("host-contract", 0, 1, Map.of()));
    assertThat(customer(C).displayName()).isEqualTo("王小明");
  }

  @Test
  void apply_person_unfindableAndTombstoneWithoutPersonalData() {
    ErasureOutcome.Erased erased = eraser.plan(C).apply(E1, REQUEST, CLERK, AT).orThrow();

    assertThat(customer(C).displayName()).isEqualTo("C");
    assertThat(erased.record()).isEqualTo(new ErasureRecord(E1, C, AT, CLERK, REQUEST, 2, 1, 1));
    assertThat(erased.proof().isClean()).isTrue();
    assertThat(ErasureRecord.TYPE
            .findTimelineEntry(erased.record())
            .orElseThrow()
            .text()
            .text(Locale.ENGLISH))
        .isEqualTo("personal data was erased: the customer asked for it");
  }

  @Test
  void apply_sameTextElsewhere_pointedAtAndNotTouched() {
    ErasureProof proof = eraser.plan(C).apply(E1, REQUEST, CLERK, AT).orThrow().proof();

    assertThat(proof.elsewhere()).containsExactly(new StoredValue("customer", "D"));
    assertThat(customer(D).displayName()).isEqualTo("王小明");
  }

  @Test
  void apply_changedSinceThePlan_refused() {
    ErasurePlan plan = eraser.plan(C);
    world.in(() ->
        customers().update(customer(C).toBuilder().source("fair").build(), 1).orThrow());

    assertThat(plan.apply(E1, REQUEST, CLERK, AT))
        .isEqualTo(new ErasureOutcome.Stale(List.of("customer")));
    assertThat(customer(C).displayName()).isEqualTo("王小明");
    assertThatIllegalStateException()
        .isThrownBy(() -> plan.apply(E1, REQUEST, CLERK, AT).orThrow())
        .withMessageContaining("customer");
  }

  @Test
  void apply_sameIdForAnother_refusedAndNothingErased() {
    eraser.plan(C).apply(E1, REQUEST, CLERK, AT).orThrow();

    assertThat(eraser.plan(D).apply(E1, REQUEST, CLERK, AT))
        .isEqualTo(new ErasureOutcome.IdTaken(E1));
    assertThat(customer(D).displayName()).isEqualTo("王小明");
  }

  @Test
  void plan_twice_nothingMoreToErase() {
    eraser.plan(C).apply(E1, REQUEST, CLERK, AT).orThrow();

    assertThat(eraser.plan(C).counts())
        .allSatisfy(type -> assertThat(type.anonymised() + type.deleted()).isZero());
  }

  @Test
  void apply_typeThatKeepsATextAgainstItsWord_found() {
    RecordType<String, Contract> careless = contracts(PersonalData.anonymised(
        contract -> List.of(contract.terms()),
        contract -> new Contract(contract.customer(), 1, "was: " + contract.terms())));

    ErasureProof proof = erase(careless);

    assertThat(proof.isClean()).isFalse();
    assertThat(proof.left()).containsExactly(new StoredValue("careless", "C"));
  }

  @Test
  void apply_typeThatMustKeepAText_listedAsRetained() {
    RecordType<String, Contract> careful = contracts(PersonalData.retained(
        contract -> List.of(contract.terms()), Reason.of("purchase.kept-for-accounts")));

    ErasureProof proof = erase(careful);

    assertThat(proof.isClean()).isTrue();
    assertThat(proof.retained()).containsExactly(new StoredValue("careless", "C"));
  }

  @Test
  void over_withoutTombstone_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eraser.over(world.storage(), TypeRegistry.of(List.of(Customer.TYPE))))
        .withMessageContaining("\"erasure\" is not registered");
  }

  @Test
  void export_person_everyDocumentAndOthersMasked() {
    JsonDocument export = PersonalDataExport.of(world.storage(), world.registry(), D, AT);

    assertThat(export.text("customer")).isEqualTo("D");
    assertThat(export.object("data").names()).containsExactly("customer", "host-convoy");
    assertThat(export.object("data").objects("customer")).hasSize(1);
  }

  private static ErasureProof erase(RecordType<String, Contract> type) {
    InMemoryStorage storage = new InMemoryStorage();
    storage
        .unitOfWork()
        .required(() -> storage.store(type).insert(new Contract(C, 1, "private terms")));
    TypeRegistry registry = TypeRegistry.of(List.of(type, ErasureRecord.TYPE));
    return Eraser.over(storage, registry)
        .plan(C)
        .apply(E1, REQUEST, CLERK, AT)
        .orThrow()
        .proof();
  }

  private static RecordType<String, Contract> contracts(PersonalData<Contract> personal) {
    return RecordType.builder(
            "careless", 1, (Contract contract) -> contract.customer().value(), (String id) -> id)
        .document(HostTypes.CONTRACT::write, HostTypes.CONTRACT::read)
        .customers(HostTypes.CONTRACT.customers())
        .mergedBy((kept, other) -> kept)
        .assignees(Link.none())
        .personal(personal)
        .notOnTimeline()
        .build();
  }

  private Store<CustomerId, Customer> customers() {
    return world.storage().store(Customer.TYPE);
  }

  private Customer customer(CustomerId id) {
    return customers().find(id).orElseThrow().value();
  }
}
