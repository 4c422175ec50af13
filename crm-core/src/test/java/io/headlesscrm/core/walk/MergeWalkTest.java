package io.headlesscrm.core.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.CustomerField;
import io.headlesscrm.core.customer.FieldChoice;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.MergeOutcome;
import io.headlesscrm.core.customer.identity.MergePlan;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.StoredType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Merges over every registered type, with random content. */
class MergeWalkTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

  /** What tells of the merge itself, and the journal, which outlives an undo. */
  private static final String[] OF_THE_MERGE = {"customer-alias", "merge-image", "merge"};

  @Property(tries = 150)
  void mergeUndoMerge_anyContent_equalBitForBit(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    CustomerId winner = draw.customer();
    CustomerId loser = draw.customerOtherThan(winner);
    FieldChoices choices = choices(draw);
    Merge merge = Merge.over(world.storage(), world.registry());
    Map<String, String> before = world.content();

    MergePlan plan = merge.plan(winner, loser, choices);
    assertThat(world.content()).as("a plan writes nothing").isEqualTo(before);
    Assume.that(plan.circle().isEmpty());
    plan.apply(MergeId.of("first"), CLERK, AT).orThrow();
    Map<String, String> merged = world.content(OF_THE_MERGE);
    merge.undo(MergeId.of("first"), CLERK, AT).orThrow();
    assertThat(world.content("merge")).isEqualTo(before);

    merge.plan(winner, loser, choices).apply(MergeId.of("second"), CLERK, AT).orThrow();
    assertThat(world.content(OF_THE_MERGE)).isEqualTo(merged);
  }

  @Property(tries = 150)
  void merge_anyContent_noValueNamesTheLoserAndNoneIsLost(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    CustomerId winner = draw.customer();
    CustomerId loser = draw.customerOtherThan(winner);
    Map<String, Integer> before = counts(world);

    MergePlan plan =
        Merge.over(world.storage(), world.registry()).plan(winner, loser, FieldChoices.combined());
    Assume.that(plan.circle().isEmpty());
    plan.apply(MergeId.of("M"), CLERK, AT).orThrow();

    assertThat(world.content(World.ofThePast()).values())
        .noneMatch(document -> document.contains("\"" + loser + "\""));
    Map<String, Integer> expected = before;
    plan.changes()
        .forEach(change -> expected.merge(change.type(), -change.combined(), Integer::sum));
    assertThat(counts(world)).containsAllEntriesOf(withoutMerge(expected));
  }

  @Property(tries = 50)
  void undo_chainOfMerges_backToTheStart(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    Merge merge = Merge.over(world.storage(), world.registry());
    Map<String, String> before = world.content();
    int merges = 0;
    for (int i = 0; i < 6; i++) {
      CustomerId winner = merge.aliases().resolve(draw.customer());
      CustomerId loser = merge.aliases().resolve(draw.customer());
      if (!winner.equals(loser)
          && merge.plan(winner, loser, choices(draw)).apply(MergeId.of("M" + merges), CLERK, AT)
              instanceof MergeOutcome.Merged) {
        merges++;
      }
    }
    Assume.that(merges > 1);
    while (merges > 0) {
      merge.undo(MergeId.of("M" + --merges), CLERK, AT).orThrow();
    }
    assertThat(world.content("merge")).isEqualTo(before);
  }

  static FieldChoices choices(Draw draw) {
    FieldChoices choices = FieldChoices.combined();
    for (CustomerField field : CustomerField.values()) {
      choices = choices.with(field, FieldChoice.values()[draw.whole(3)]);
    }
    return choices;
  }

  private static Map<String, Integer> counts(World world) {
    return world.registry().types().stream()
        .collect(Collectors.toMap(StoredType::name, type -> count(world, type)));
  }

  private static Map<String, Integer> withoutMerge(Map<String, Integer> counts) {
    counts.keySet().removeIf(type -> List.of(OF_THE_MERGE).contains(type));
    return counts;
  }

  private static <T> int count(World world, StoredType<T> type) {
    return Contents.of(world.storage(), type).list(Criterion.all()).size();
  }
}
