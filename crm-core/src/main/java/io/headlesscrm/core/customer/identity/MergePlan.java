package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.util.List;

/** The dry run of a merge: what it would do, to be shown to somebody before it is made. Immutable. */
public final class MergePlan {

  private final Merge merge;
  private final FieldChoices choices;
  private final MergeSteps steps;

  MergePlan(Merge merge, FieldChoices choices, MergeSteps steps) {
    this.merge = merge;
    this.choices = choices;
    this.steps = steps;
  }

  /**
   * The customer that survives.
   *
   * @return its id
   */
  public CustomerId winner() {
    return steps.winner();
  }

  /**
   * The customer whose id becomes an alias.
   *
   * @return its id
   */
  public CustomerId loser() {
    return steps.loser();
  }

  /**
   * The merged customer, field by field, with where each value comes from and what would be dropped.
   *
   * @return every field
   */
  public List<MergedField> fields() {
    return steps.fields();
  }

  /**
   * How many values of each type would be rewritten, moved and combined.
   *
   * @return the types in the order of the registry, without those that nothing happens to
   */
  public List<TypeChange> changes() {
    return steps.summary();
  }

  /**
   * The companies over which the merged customer would be its own parent on some day; then the merge is refused.
   *
   * @return the parent first; empty when there is no such circle
   */
  public List<CustomerId> circle() {
    return steps.circle();
  }

  /**
   * Makes the merge in one unit of work, exactly as planned.
   *
   * @param id new; under it the merge can be undone
   * @param by who merges
   * @param at when
   * @return refused when anything that the plan would touch was changed since, when the id is taken, or when the
   *     merged customer would be its own parent company
   */
  public MergeOutcome apply(MergeId id, ActorId by, Instant at) {
    return merge.make(
        steps,
        choices,
        requireNonNull(id, "id"),
        requireNonNull(by, "by"),
        requireNonNull(at, "at"));
  }

  /** Such as {@code merge of C2 into C1: [purchase: 4 rewritten, 0 moved, 0 combined]}. */
  @Override
  public String toString() {
    return "merge of " + loser() + " into " + winner() + ": " + changes();
  }
}
