package io.headlesscrm.core.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.MergeOutcome;
import io.headlesscrm.core.customer.identity.UndoOutcome;
import io.headlesscrm.core.customer.privacy.Eraser;
import io.headlesscrm.core.customer.privacy.ErasureId;
import io.headlesscrm.core.customer.privacy.ErasureOutcome;
import io.headlesscrm.core.customer.privacy.ErasurePlan;
import io.headlesscrm.core.customer.privacy.PersonalDataExport;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.StoredType;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exports and erasures over every registered type, with random content, after a merge. */
class ErasureWalkTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
  private static final Reason REQUEST = Reason.of("privacy.on-request");

  @Property(tries = 150)
  void erasure_mergedCustomer_nothingPersonalLeftAnywhere(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    CustomerId winner = draw.customer();
    CustomerId loser = draw.customerOtherThan(winner);
    Merge merge = Merge.over(world.storage(), world.registry());
    Set<String> personal = personal(world, winner, loser);
    Assume.that(
        merge.plan(winner, loser, FieldChoices.combined()).apply(MergeId.of("M"), CLERK, AT)
            instanceof MergeOutcome.Merged);
    Map<String, String> before = world.content();
    long sum = sum(world);

    ErasurePlan plan = Eraser.over(world.storage(), world.registry()).plan(loser);
    assertThat(world.content()).as("a plan writes nothing").isEqualTo(before);
    ErasureOutcome.Erased erased =
        plan.apply(ErasureId.of("E"), REQUEST, CLERK, AT).orThrow();

    Map<String, String> after = world.content();
    assertThat(World.places(after, personal)).isEmpty();
    assertThat(erased.proof().isClean()).isTrue();
    assertThat(erased.proof().elsewhere()).isEmpty();
    assertThat(erased.proof().searched()).isEqualTo(after.size());
    JsonDocument export = PersonalDataExport.of(world.storage(), world.registry(), winner, AT);
    assertThat(World.places(Map.of("export", export.toString()), personal)).isEmpty();
    assertThat(sum(world)).as("totals stay").isEqualTo(sum);
    assertThat(merge.undo(MergeId.of("M"), CLERK, AT)).isInstanceOf(UndoOutcome.ImagesGone.class);
  }

  @Property(tries = 100)
  void erasure_oneCustomer_personalTextsOfAllOthersStay(@ForAll long seed) {
    World world = World.of(seed);
    CustomerId erased = new Draw(~seed).customer();
    Set<String> others = new HashSet<>();
    Draw.CUSTOMERS.stream()
        .filter(customer -> !customer.equals(erased))
        .forEach(customer -> others.addAll(personal(world, customer)));
    others.removeAll(personal(world, erased));

    Eraser.over(world.storage(), world.registry())
        .plan(erased)
        .apply(ErasureId.of("E"), REQUEST, CLERK, AT)
        .orThrow();

    Map<String, String> after = world.content();
    assertThat(others).allSatisfy(text -> assertThat(World.places(after, text)).isNotEmpty());
  }

  @Property(tries = 100)
  void export_mergedCustomer_everythingOfItAndNothingPersonalOfOthers(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    CustomerId winner = draw.customer();
    CustomerId loser = draw.customerOtherThan(winner);
    Set<String> own = personal(world, winner, loser);
    Set<String> others = new HashSet<>();
    Draw.CUSTOMERS.forEach(customer -> others.addAll(personal(world, customer)));
    others.removeAll(own);
    FieldChoices choices = MergeWalkTest.choices(draw);
    Merge merge = Merge.over(world.storage(), world.registry());
    Assume.that(
        merge.plan(winner, loser, choices).apply(MergeId.of("M"), CLERK, AT)
            instanceof MergeOutcome.Merged);

    JsonDocument export = PersonalDataExport.of(world.storage(), world.registry(), loser, AT);

    Map<String, String> content = Map.of("export", export.toString());
    assertThat(own).allSatisfy(text -> assertThat(World.places(content, text)).isNotEmpty());
    assertThat(World.places(content, others)).isEmpty();
    assertThat(export.text("customer")).isEqualTo(winner.value());
    assertThat(export.texts("aliases")).containsExactly(loser.value());
  }

  private static Set<String> personal(World world, CustomerId... customers) {
    Set<String> texts = new TreeSet<>();
    for (StoredType<?> type : world.registry().types()) {
      for (CustomerId customer : customers) {
        addPersonal(world, type, customer, texts);
      }
    }
    return texts;
  }

  private static <T> void addPersonal(
      World world, StoredType<T> type, CustomerId customer, Set<String> texts) {
    Contents.of(world.storage(), type)
        .forEach(
            type.of(customer),
            held -> texts.addAll(type.personalData().texts(held.value(), customer)));
  }

  private static long sum(World world) {
    long[] sum = {0};
    world
        .storage()
        .log(Purchase.TYPE)
        .forEach(LogQuery.all(), purchase -> sum[0] += cents(purchase.amount()));
    return sum[0];
  }

  private static long cents(Money money) {
    return money.minorUnits();
  }
}
