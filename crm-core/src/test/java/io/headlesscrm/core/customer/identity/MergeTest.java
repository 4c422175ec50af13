package io.headlesscrm.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.CustomerField;
import io.headlesscrm.core.customer.CustomerName;
import io.headlesscrm.core.customer.FieldChoice;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.walk.HostTypes;
import io.headlesscrm.core.walk.HostTypes.Wallet;
import io.headlesscrm.core.walk.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");
  private static final CustomerId C = CustomerId.of("C");
  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final MergeId M1 = MergeId.of("M1");
  private static final MergeId M2 = MergeId.of("M2");
  private static final FieldChoices COMBINED = FieldChoices.combined();

  private final World world = World.empty();
  private final Merge merge = Merge.over(world.storage(), world.registry());

  MergeTest() {
    world.in(() -> {
      insert(Customer.organisation(A, "Alpha Ltd.").source("fair").trait("industry", "toys"));
      insert(Customer.organisation(B, "Beta Ltd.")
          .contactPoint(ContactPoint.of(ContactChannel.PHONE, "13800138000"))
          .source("referral")
          .trait("industry", "steel")
          .trait("size", "small"));
      insert(Customer.person(C, "Chen"));
      world.storage().log(Purchase.TYPE).append(List.of(purchase("P1", A), purchase("P2", B)));
      world.storage().store(HostTypes.WALLET).insert(new Wallet(B, 70, null));
    });
  }

  @Test
  void plan_twoCustomers_readsOnlyAndSaysWhatWouldChange() {
    MergePlan plan = merge.plan(A, B, COMBINED);

    assertThat(plan.changes())
        .containsExactly(
            new TypeChange("customer", 0, 0, 1),
            new TypeChange("purchase", 1, 0, 0),
            new TypeChange("host-wallet", 0, 1, 0));
    assertThat(plan)
        .hasToString("merge of B into A: [customer: 0 rewritten, 0 moved, 1 combined, purchase: 1"
            + " rewritten, 0 moved, 0 combined, host-wallet: 0 rewritten, 1 moved, 0 combined]");
    assertThat(world.content()).hasSize(6);
    assertThat(merge.aliases().resolve(B)).isEqualTo(B);
  }

  @Test
  void plan_combined_everyFieldWithItsOrigin() {
    MergedField names = field(merge.plan(A, B, COMBINED), CustomerField.NAMES);
    assertThat(names.kept())
        .containsExactly(
            new MergedField.Value(new CustomerName(NameKind.LEGAL, "Alpha Ltd."), Origin.WINNER),
            new MergedField.Value(new CustomerName(NameKind.LEGAL, "Beta Ltd."), Origin.LOSER));
    assertThat(names.dropped()).isEmpty();

    MergedField source = field(merge.plan(A, B, COMBINED), CustomerField.SOURCE);
    assertThat(source.kept()).containsExactly(new MergedField.Value("fair", Origin.WINNER));
    assertThat(source.dropped()).containsExactly(new MergedField.Value("referral", Origin.LOSER));
    assertThat(names.kept().toString()).doesNotContain("Alpha");
  }

  @Test
  void apply_choicePerField_takenFromTheLoser() {
    FieldChoices choices = COMBINED
        .with(CustomerField.NAMES, FieldChoice.LOSER)
        .with(CustomerField.CONTACT_POINTS, FieldChoice.WINNER)
        .with(CustomerField.SOURCE, FieldChoice.LOSER);

    merge.plan(A, B, choices).apply(M1, CLERK, NOON).orThrow();

    Customer merged = customer(A);
    assertThat(merged.displayName()).isEqualTo("Beta Ltd.");
    assertThat(merged.contactPoints()).isEmpty();
    assertThat(merged.source()).isEqualTo("referral");
    assertThat(merged.classification())
        .containsEntry("industry", "toys")
        .containsEntry("size", "small");
  }

  @Test
  void apply_customerKeyedRecord_movedOrCombined() {
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();
    assertThat(wallet(A)).isEqualTo(new Wallet(A, 70, null));

    world.in(() ->
        world.storage().store(HostTypes.WALLET).insert(new Wallet(C, 5, CLERK)).orThrow());
    merge.plan(A, C, COMBINED).apply(M2, CLERK, NOON).orThrow();
    assertThat(wallet(A)).isEqualTo(new Wallet(A, 75, CLERK));
    assertThat(world.storage().store(HostTypes.WALLET).find(C)).isEmpty();
  }

  @Test
  void apply_loserId_stillResolvesAlongTheChain() {
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();
    merge.plan(C, A, COMBINED).apply(M2, CLERK, NOON).orThrow();

    assertThat(merge.aliases().resolve(B)).isEqualTo(C);
    assertThat(merge.aliases().allOf(A)).containsExactly(C, A, B);
    assertThat(world.storage().store(Customer.TYPE).find(B)).isEmpty();
  }

  @Test
  void plan_mergedCustomer_resolvedFirst() {
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();

    MergePlan plan = merge.plan(B, C, COMBINED);

    assertThat(plan.winner()).isEqualTo(A);
    assertThat(plan.loser()).isEqualTo(C);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> merge.plan(A, B, COMBINED))
        .withMessageContaining("are the same");
  }

  @Test
  void plan_selfOrUnknown_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> merge.plan(A, A, COMBINED))
        .withMessageContaining("A and A are the same");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> merge.plan(A, CustomerId.of("X"), COMBINED))
        .withMessageContaining("not both stored");
  }

  @Test
  void apply_somethingChangedSinceThePlan_refusedAndNothingWritten() {
    MergePlan plan = merge.plan(A, B, COMBINED);
    world.in(() -> world.storage().log(Purchase.TYPE).append(List.of(purchase("P3", B))));
    var before = world.content();

    assertThat(plan.apply(M1, CLERK, NOON)).isEqualTo(new MergeOutcome.Stale(List.of("purchase")));
    assertThat(world.content()).isEqualTo(before);
    assertThatIllegalStateException()
        .isThrownBy(() -> plan.apply(M1, CLERK, NOON).orThrow())
        .withMessageContaining("purchase");
  }

  @Test
  void apply_customerChangedOrGoneSinceThePlan_refused() {
    MergePlan plan = merge.plan(A, B, COMBINED);
    world.in(() -> world
        .storage()
        .store(Customer.TYPE)
        .update(customer(A).toBuilder().source("web").build(), 1)
        .orThrow());
    assertThat(plan.apply(M1, CLERK, NOON)).isEqualTo(new MergeOutcome.Stale(List.of("customer")));

    world.in(() -> world.storage().store(Customer.TYPE).delete(A, 2).orThrow());
    assertThat(plan.apply(M1, CLERK, NOON)).isEqualTo(new MergeOutcome.Stale(List.of("customer")));
  }

  @Test
  void apply_sameIdTwice_refused() {
    MergeRecord made = merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();

    assertThat(merge.plan(A, C, COMBINED).apply(M1, CLERK, NOON))
        .isEqualTo(new MergeOutcome.IdTaken(made));
  }

  @Test
  void apply_survivorWouldBeItsOwnParent_refusedAndNothingWritten() {
    parent(A, C, null);
    parent(C, B, null);
    var before = world.content();

    MergePlan plan = merge.plan(A, B, COMBINED);

    assertThat(plan.circle()).containsExactly(C);
    assertThat(plan.apply(M1, CLERK, NOON)).isEqualTo(new MergeOutcome.ClosesCircle(List.of(C)));
    assertThat(world.content()).isEqualTo(before);
    FieldChoices ofTheLoser = COMBINED.with(CustomerField.RELATIONSHIPS, FieldChoice.LOSER);
    assertThat(merge.plan(A, B, ofTheLoser).circle()).isEmpty();
  }

  @Test
  void plan_parentsAtOtherTimes_noCircle() {
    parent(A, C, MARCH);
    world.in(() -> world
        .storage()
        .store(Customer.TYPE)
        .update(
            customer(C).toBuilder()
                .relationship(new Relationship(RelationshipKind.PARENT_COMPANY, B, MARCH, null))
                .build(),
            1)
        .orThrow());

    assertThat(merge.plan(A, B, COMBINED).circle()).isEmpty();
  }

  @Test
  void apply_twoParentsAtOneTime_theSurvivorsStays() {
    CustomerId other = CustomerId.of("O");
    parent(A, C, null);
    parent(B, other, null);

    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();

    assertThat(customer(A).relationships()).extracting(Relationship::other).containsExactly(C);
  }

  @Test
  void undo_nothingChangedSince_everythingAsBefore() {
    var before = world.content("merge");
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();

    MergeRecord undone = merge.undo(M1, CLERK, NOON.plusSeconds(60)).orThrow();

    assertThat(undone.isUndone()).isTrue();
    assertThat(world.content("merge")).isEqualTo(before);
    assertThat(merge.undo(M1, CLERK, NOON)).isEqualTo(new UndoOutcome.NotMerged(M1));
    assertThat(merge.undo(M2, CLERK, NOON)).isEqualTo(new UndoOutcome.NotMerged(M2));
  }

  @Test
  void undo_touchedValueChangedSince_refusedAndListed() {
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();
    world.in(() -> world
        .storage()
        .store(HostTypes.WALLET)
        .update(new Wallet(A, 71, null), 1)
        .orThrow());
    var before = world.content();

    assertThat(merge.undo(M1, CLERK, NOON))
        .isEqualTo(new UndoOutcome.ChangedSince(List.of(new StoredValue("host-wallet", "A"))));
    assertThat(world.content()).isEqualTo(before);
  }

  @Test
  void undo_earlierMergeOfAChain_refusedUntilTheLaterIsUndone() {
    var before = world.content("merge");
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();
    merge.plan(C, A, COMBINED).apply(M2, CLERK, NOON).orThrow();

    assertThat(merge.undo(M1, CLERK, NOON)).isInstanceOf(UndoOutcome.ChangedSince.class);
    merge.undo(M2, CLERK, NOON).orThrow();
    merge.undo(M1, CLERK, NOON).orThrow();
    assertThat(world.content("merge")).isEqualTo(before);
  }

  @Test
  void undo_recordedSinceTheMerge_staysWithTheSurvivor() {
    merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();
    world.in(() -> world.storage().log(Purchase.TYPE).append(List.of(purchase("P3", A))));

    merge.undo(M1, CLERK, NOON).orThrow();

    assertThat(purchases(A)).isEqualTo(2);
    assertThat(purchases(B)).isEqualTo(1);
  }

  @Test
  void forgetImages_oldMerge_cannotBeUndone() {
    MergeRecord made = merge.plan(A, B, COMBINED).apply(M1, CLERK, NOON).orThrow();

    assertThat(merge.forgetImages(NOON)).isZero();
    assertThat(merge.forgetImages(NOON.plusNanos(1))).isEqualTo(made.images());
    assertThat(merge.undo(M1, CLERK, NOON)).isEqualTo(new UndoOutcome.ImagesGone(0, made.images()));
    assertThat(merge.aliases().resolve(B)).isEqualTo(A);
  }

  @Test
  void over_registryWithoutItsTypes_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Merge.over(world.storage(), TypeRegistry.of(List.of(Customer.TYPE))))
        .withMessageContaining("\"customer-alias\" is not registered");
  }

  private void parent(CustomerId child, CustomerId parent, @Nullable LocalDate until) {
    world.in(() -> world
        .storage()
        .store(Customer.TYPE)
        .update(
            customer(child).toBuilder()
                .relationship(
                    new Relationship(RelationshipKind.PARENT_COMPANY, parent, null, until))
                .build(),
            1)
        .orThrow());
  }

  private static Purchase purchase(String id, CustomerId customer) {
    return Purchase.builder(PurchaseId.of(id), customer, NOON)
        .amount(Money.of("10.00", "CNY"))
        .build();
  }

  private static MergedField field(MergePlan plan, CustomerField field) {
    return plan.fields().get(field.ordinal());
  }

  private void insert(CustomerBuilder customer) {
    world.storage().store(Customer.TYPE).insert(customer.build()).orThrow();
  }

  private Customer customer(CustomerId id) {
    return world.storage().store(Customer.TYPE).find(id).orElseThrow().value();
  }

  private Wallet wallet(CustomerId id) {
    return world.storage().store(HostTypes.WALLET).find(id).orElseThrow().value();
  }

  private int purchases(CustomerId customer) {
    int[] count = {0};
    world
        .storage()
        .log(Purchase.TYPE)
        .forEach(LogQuery.where(Purchase.TYPE.of(customer)), purchase -> count[0]++);
    return count[0];
  }
}
