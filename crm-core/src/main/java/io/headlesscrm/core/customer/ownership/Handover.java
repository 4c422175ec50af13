package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts all open work of one actor into the hands of another: the accounts, dated, and every open value of every
 * registered type that the one is assigned to. Facts and closed work stay with whoever did them.
 *
 * <pre>{@code
 * Handover handover = Handover.over(storage, registry);
 * HandoverPlan plan = handover.plan(HandoverOrder.of(leaver, successor, monday, "left", boss)); // reads only
 * plan.apply(HandoverId.of("H1"), at).orThrow();
 * handover.openWork(leaver, monday); // nothing
 * }</pre>
 */
public final class Handover {

  /** What a registry must contain. */
  public static final List<StoredType<?>> TYPES = List.of(Ownership.TYPE, HandoverRecord.TYPE);

  private final CrmStorage storage;
  private final TypeRegistry registry;

  private Handover(CrmStorage storage, TypeRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  /**
   * Hand-overs in a storage.
   *
   * @param storage where everything is
   * @param registry all types; {@link #TYPES} among them
   * @return the entry to plans
   * @throws IllegalArgumentException when one of these types is not registered
   */
  public static Handover over(CrmStorage storage, TypeRegistry registry) {
    for (StoredType<?> type : TYPES) {
      if (!registry.contains(type)) {
        throw new IllegalArgumentException(
            "type \"" + type.name()
                + "\" is not registered, a hand-over needs it. Maybe add Handover.TYPES to the registry?");
      }
    }
    return new Handover(requireNonNull(storage, "storage"), registry);
  }

  /**
   * What would change hands. Nothing is written.
   *
   * @param order who shall hand over what to whom
   * @return the plan
   */
  public HandoverPlan plan(HandoverOrder order) {
    return new HandoverPlan(this, order, moves(order));
  }

  /**
   * All that an actor has in hand: accounts that it owns on a day or later, and open values of every type.
   *
   * @param actor any
   * @param day from which accounts count
   * @return by type in the order of the registry, then by id
   */
  public List<StoredValue> openWork(ActorId actor, LocalDate day) {
    ActorId nobody = ActorId.of(actor.value() + "'");
    return plan(HandoverOrder.of(actor, nobody, day, "", actor)).values();
  }

  /**
   * The hand-overs whose substitutes should have given back by a day.
   *
   * @param day the last day of return that counts
   * @return the earliest day of return first
   */
  public List<HandoverRecord> dueBack(LocalDate day) {
    List<HandoverRecord> due = new ArrayList<>();
    storage
        .store(HandoverRecord.TYPE)
        .forEach(
            Query.where(HandoverRecord.DUE_BACK.below(day.plusDays(1)))
                .orderedBy(HandoverRecord.DUE_BACK),
            held -> due.add(held.value()));
    return due;
  }

  /**
   * Gives back what a substitute still has of a hand-over, in one unit of work.
   *
   * @param id of the hand-over
   * @param day the first day in the old hands again
   * @param by who decided
   * @param at when
   * @return what went back and what did not
   */
  public ReturnOutcome giveBack(HandoverId id, LocalDate day, ActorId by, Instant at) {
    return storage
        .unitOfWork()
        .required(() -> storage
            .store(HandoverRecord.TYPE)
            .find(id)
            .filter(held -> held.value().returnedAt() == null)
            .<ReturnOutcome>map(held -> giveBack(held, day, by, at))
            .orElseGet(() -> new ReturnOutcome.NotHandedOver(id)));
  }

  HandoverOutcome make(HandoverPlan plan, HandoverId id, Instant at) {
    return storage
        .unitOfWork()
        .required(() -> storage
            .store(HandoverRecord.TYPE)
            .find(id)
            .<HandoverOutcome>map(taken -> new HandoverOutcome.IdTaken(taken.value()))
            .orElseGet(() -> makeNew(plan, id, at)));
  }

  private HandoverOutcome makeNew(HandoverPlan plan, HandoverId id, Instant at) {
    HandoverOrder order = plan.order();
    if (!moves(order).equals(plan.moves())) {
      return new HandoverOutcome.Stale();
    }
    List<FieldChange> proof = plan.fields();
    List<StoredValue> more = plan.moves().stream()
        .flatMap(move -> move.changingMore(order.from(), order.to()).stream())
        .toList();
    if (!more.isEmpty()) {
      return new HandoverOutcome.ChangesMore(more);
    }
    plan.moves().forEach(move -> move.make(storage));
    return new HandoverOutcome.Done(journal(plan, id, at), proof);
  }

  private HandoverRecord journal(HandoverPlan plan, HandoverId id, Instant at) {
    HandoverOrder order = plan.order();
    Set<StoredValue> shared = new LinkedHashSet<>();
    plan.moves().forEach(move -> shared.addAll(move.sharedWith(order.to())));
    HandoverRecord record = new HandoverRecord(
        id,
        order.from(),
        order.to(),
        order.day(),
        order.until(),
        order.reason(),
        order.by(),
        at,
        plan.values(),
        List.copyOf(shared),
        null);
    return storage.store(HandoverRecord.TYPE).insert(record).orThrow().value();
  }

  private ReturnOutcome giveBack(
      Versioned<HandoverRecord> held, LocalDate day, ActorId by, Instant at) {
    HandoverRecord record = held.value();
    Set<StoredValue> wanted = new HashSet<>(record.moved());
    record.shared().forEach(wanted::remove);
    HandoverOrder order = HandoverOrder.of(record.to(), record.from(), day, record.reason(), by);
    List<TypeMoves<?>> moves = moves(order, present(wanted)::contains);
    moves.forEach(move -> move.make(storage));
    List<StoredValue> returned =
        moves.stream().flatMap(move -> move.values().stream()).toList();
    List<StoredValue> stayed = new ArrayList<>(record.moved());
    stayed.removeIf(value -> returned.contains(present(value)));
    HandoverRecord journal = storage
        .store(HandoverRecord.TYPE)
        .update(record.returned(at), held.version())
        .orThrow()
        .value();
    return new ReturnOutcome.Returned(
        journal,
        returned,
        stayed,
        moves.stream().flatMap(move -> move.fields().stream()).toList());
  }

  private List<TypeMoves<?>> moves(HandoverOrder order) {
    return moves(order, value -> true);
  }

  private List<TypeMoves<?>> moves(HandoverOrder order, Predicate<StoredValue> wanted) {
    List<TypeMoves<?>> moves = new ArrayList<>();
    for (StoredType<?> type : registry.types()) {
      if (order.coversType(type.name()) && type instanceof RecordType<?, ?>) {
        moves.add(
            type.equals(Ownership.TYPE) ? accounts(order, wanted) : assigned(type, order, wanted));
      }
    }
    return moves;
  }

  private TypeMoves<Ownership> accounts(HandoverOrder order, Predicate<StoredValue> wanted) {
    return TypeMoves.of(
        storage,
        Ownership.TYPE,
        Ownership.OWNER.is(order.from().value()),
        ownership -> isCovered(Ownership.TYPE, ownership, order, wanted),
        ownership -> ownership.handedOver(
            order.from(), order.to(), order.day(), order.reason(), order.by()));
  }

  private <T> TypeMoves<T> assigned(
      StoredType<T> type, HandoverOrder order, Predicate<StoredValue> wanted) {
    return TypeMoves.ofAssigned(
        storage, type, order.from(), order.to(), value -> isCovered(type, value, order, wanted));
  }

  private static <T> boolean isCovered(
      StoredType<T> type, T value, HandoverOrder order, Predicate<StoredValue> wanted) {
    return order.covers(type.customers().targets(value))
        && wanted.test(new StoredValue(type.name(), type.idText(value)));
  }

  private Set<StoredValue> present(Collection<StoredValue> values) {
    Set<StoredValue> present = new HashSet<>();
    values.forEach(value -> present.add(present(value)));
    return present;
  }

  /** An account that was merged meanwhile goes by the survivor's id. */
  private StoredValue present(StoredValue value) {
    return value.type().equals(Ownership.TYPE.name())
        ? new StoredValue(
            value.type(), Aliases.in(storage).resolve(CustomerId.of(value.id())).value())
        : value;
  }
}
