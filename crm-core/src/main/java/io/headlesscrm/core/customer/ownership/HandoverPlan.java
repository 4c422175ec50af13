package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.StoredValue;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The dry run of a hand-over: the check-list of what would change hands. Immutable. */
public final class HandoverPlan {

  private final Handover handover;
  private final HandoverOrder order;
  private final List<TypeMoves<?>> moves;

  HandoverPlan(Handover handover, HandoverOrder order, List<TypeMoves<?>> moves) {
    this.handover = handover;
    this.order = order;
    this.moves = List.copyOf(moves);
  }

  /**
   * What was asked for.
   *
   * @return the order
   */
  public HandoverOrder order() {
    return order;
  }

  /**
   * Everything that would change hands.
   *
   * @return by type in the order of the registry, then by id
   */
  public List<StoredValue> values() {
    return moves.stream().flatMap(move -> move.values().stream()).toList();
  }

  /**
   * How much of each type would change hands.
   *
   * @return by the name of the type; without those of which nothing does
   */
  public SortedMap<String, Integer> counts() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    values().forEach(value -> counts.merge(value.type(), 1, Integer::sum));
    return counts;
  }

  /**
   * Every field that would change.
   *
   * @return by value
   */
  public List<FieldChange> fields() {
    return moves.stream().flatMap(move -> move.fields().stream()).toList();
  }

  /**
   * Makes the hand-over in one unit of work, exactly as planned.
   *
   * @param id new; under it a substitute gives back
   * @param at when
   * @return refused when anything of it changed since, when a type would change more than who is assigned, or when the id
   *     is taken
   */
  public HandoverOutcome apply(HandoverId id, Instant at) {
    return handover.make(this, requireNonNull(id, "id"), requireNonNull(at, "at"));
  }

  /** Such as {@code handover from lin to wu: {ownership=12, task=3}}. */
  @Override
  public String toString() {
    return "handover from " + order.from() + " to " + order.to() + ": " + counts();
  }

  List<TypeMoves<?>> moves() {
    return moves;
  }
}
