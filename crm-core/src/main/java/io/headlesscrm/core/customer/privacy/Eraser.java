package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes what is personal to one customer out of every registered type, before-images of merges included. Totals stay, as
 * each type says what must be kept and why.
 *
 * <pre>{@code
 * Eraser eraser = Eraser.over(storage, registry);
 * ErasurePlan plan = eraser.plan(customer); // reads only
 * ErasureOutcome.Erased erased = plan.apply(ErasureId.of("E1"), reason, clerk, at).orThrow();
 * erased.proof().isClean(); // true
 * }</pre>
 */
public final class Eraser {

  private final CrmStorage storage;
  private final TypeRegistry registry;

  private Eraser(CrmStorage storage, TypeRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  /**
   * Erasures in a storage.
   *
   * @param storage where everything is
   * @param registry all types; the tombstone among them
   * @return the entry to plans
   * @throws IllegalArgumentException when the tombstone is not registered
   */
  public static Eraser over(CrmStorage storage, TypeRegistry registry) {
    if (!registry.contains(ErasureRecord.TYPE)) {
      throw new IllegalArgumentException(
          "type \"" + ErasureRecord.TYPE.name()
              + "\" is not registered, an erasure needs it. Maybe add ErasureRecord.TYPE to the registry?");
    }
    return new Eraser(requireNonNull(storage, "storage"), registry);
  }

  /**
   * What an erasure would do. Nothing is written.
   *
   * @param customer its id or one that leads to it; need not be stored
   * @return the plan
   */
  public ErasurePlan plan(CustomerId customer) {
    Set<CustomerId> all = new LinkedHashSet<>(Aliases.in(storage).allOf(customer));
    return new ErasurePlan(this, all, steps(all));
  }

  ErasureOutcome make(ErasurePlan plan, ErasureId id, Reason reason, ActorId by, Instant at) {
    return storage.unitOfWork().required(() -> {
      List<ErasureSteps<?>> now = steps(Aliases.in(storage).allOf(first(plan)));
      List<String> stale = typesThatDiffer(plan.steps(), now);
      return stale.isEmpty() ? erase(plan, id, reason, by, at) : new ErasureOutcome.Stale(stale);
    });
  }

  private ErasureOutcome erase(
      ErasurePlan plan, ErasureId id, Reason reason, ActorId by, Instant at) {
    ErasureRecord record = record(plan, id, reason, by, at);
    List<AppendOutcome> appended = storage.log(ErasureRecord.TYPE).append(List.of(record));
    if (!appended.equals(List.of(AppendOutcome.APPENDED))) {
      return new ErasureOutcome.IdTaken(id);
    }
    plan.steps().forEach(steps -> steps.make(storage));
    return new ErasureOutcome.Erased(
        record, ErasureSearch.run(storage, plan.customers(), plan.steps()));
  }

  private static ErasureRecord record(
      ErasurePlan plan, ErasureId id, Reason reason, ActorId by, Instant at) {
    int anonymised = 0;
    int deleted = 0;
    int retained = 0;
    for (TypeErasure type : plan.counts()) {
      anonymised += type.anonymised();
      deleted += type.deleted();
      retained += type.retainedValues();
    }
    return new ErasureRecord(id, first(plan), at, by, reason, anonymised, deleted, retained);
  }

  private List<ErasureSteps<?>> steps(Set<CustomerId> customers) {
    List<ErasureSteps<?>> steps = new ArrayList<>();
    for (StoredType<?> type : registry.types()) {
      steps.add(ErasureSteps.of(storage, type, customers));
    }
    return steps;
  }

  private static CustomerId first(ErasurePlan plan) {
    return plan.customers().iterator().next();
  }

  private static List<String> typesThatDiffer(
      List<ErasureSteps<?>> planned, List<ErasureSteps<?>> now) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      if (!planned.get(i).equals(now.get(i))) {
        names.add(planned.get(i).type().name());
      }
    }
    return names;
  }
}
