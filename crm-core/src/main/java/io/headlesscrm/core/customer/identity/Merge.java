package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes one customer of two, over every registered type, and takes it back.
 *
 * <pre>{@code
 * Merge merge = Merge.over(storage, registry);
 * MergePlan plan = merge.plan(winner, loser, FieldChoices.combined()); // reads only: show it
 * MergeRecord made = plan.apply(MergeId.of("M1"), clerk, at).orThrow();
 * merge.undo(made.id(), clerk, later);
 * }</pre>
 *
 * <p>Merged is not erased: everything of the loser is kept under the survivor's id or among the before-images, and the
 * loser's id leads to the survivor. What is recorded for the survivor after the merge stays with it when the merge is
 * undone.
 */
public final class Merge {

  /** What a registry must contain beside the customer. */
  public static final List<StoredType<?>> TYPES =
      List.of(CustomerAlias.TYPE, MergeRecord.TYPE, MergeImage.TYPE);

  private final CrmStorage storage;
  private final TypeRegistry registry;

  private Merge(CrmStorage storage, TypeRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  /**
   * Merges in a storage.
   *
   * @param storage where everything is
   * @param registry all types; the customer and {@link #TYPES} among them
   * @return the entry to plans
   * @throws IllegalArgumentException when one of these types is not registered
   */
  public static Merge over(CrmStorage storage, TypeRegistry registry) {
    requireNonNull(storage, "storage");
    requireRegistered(registry, Customer.TYPE);
    TYPES.forEach(type -> requireRegistered(registry, type));
    return new Merge(storage, registry);
  }

  /**
   * What a merge would do. Nothing is written.
   *
   * @param winner the customer that survives; if it was merged itself, whom it leads to
   * @param loser the customer whose id becomes an alias; if it was merged itself, whom it leads to
   * @param choices whose value each field of the merged customer has
   * @return the plan
   * @throws IllegalArgumentException when both are the same customer, or one is not stored
   */
  public MergePlan plan(CustomerId winner, CustomerId loser, FieldChoices choices) {
    CustomerId kept = aliases().resolve(winner);
    CustomerId gone = aliases().resolve(loser);
    if (kept.equals(gone)) {
      throw new IllegalArgumentException("customers " + winner + " and " + loser
          + " are the same, they must be two. Maybe they were merged before?");
    }
    MergeSteps steps = MergeSteps.find(storage, registry, kept, gone, choices)
        .orElseThrow(() -> new IllegalArgumentException("customers " + kept + " and " + gone
            + " are not both stored, they must be. Maybe one id was misspelt?"));
    return new MergePlan(this, choices, steps);
  }

  /**
   * Makes everything that a merge touched as it was before, in one unit of work.
   *
   * @param id of the merge
   * @param by who undoes it
   * @param at when
   * @return refused when something that the merge touched was changed since, or not all before-images are kept
   */
  public UndoOutcome undo(MergeId id, ActorId by, Instant at) {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    return storage.unitOfWork().required(() -> new Undo(storage, registry).run(id, by, at));
  }

  /**
   * Drops the before-images of old merges, in one unit of work; those merges cannot be undone any more.
   *
   * @param before images of merges made before this instant go
   * @return how many went
   */
  public long forgetImages(Instant before) {
    return storage
        .unitOfWork()
        .required(() -> storage
            .log(MergeImage.TYPE)
            .rewrite(LogQuery.<MergeImage>all().before(before), image -> Optional.empty()));
  }

  /**
   * Which ids lead to which customer.
   *
   * @return the aliases of the storage
   */
  public Aliases aliases() {
    return Aliases.in(storage);
  }

  MergeOutcome make(MergeSteps planned, FieldChoices choices, MergeId id, ActorId by, Instant at) {
    return storage
        .unitOfWork()
        .required(() -> storage
            .store(MergeRecord.TYPE)
            .find(id)
            .<MergeOutcome>map(taken -> new MergeOutcome.IdTaken(taken.value()))
            .orElseGet(() -> makeUnlessStale(planned, choices, id, by, at)));
  }

  private MergeOutcome makeUnlessStale(
      MergeSteps planned, FieldChoices choices, MergeId id, ActorId by, Instant at) {
    Optional<MergeSteps> now =
        MergeSteps.find(storage, registry, planned.winner(), planned.loser(), choices);
    if (now.isEmpty()) {
      return new MergeOutcome.Stale(List.of(Customer.TYPE.name()));
    }
    if (!now.get().equals(planned)) {
      return new MergeOutcome.Stale(planned.typesThatDiffer(now.get()));
    }
    return planned.circle().isEmpty()
        ? new MergeOutcome.Merged(make(planned, id, by, at))
        : new MergeOutcome.ClosesCircle(planned.circle());
  }

  private MergeRecord make(MergeSteps steps, MergeId id, ActorId by, Instant at) {
    List<MergeImage> images = steps.make(storage, id, at);
    storage.log(MergeImage.TYPE).append(images);
    MergeRecord made =
        new MergeRecord(id, steps.winner(), steps.loser(), at, by, images.size(), null, null);
    return storage.store(MergeRecord.TYPE).insert(made).orThrow().value();
  }

  private static void requireRegistered(TypeRegistry registry, StoredType<?> type) {
    if (!registry.contains(type)) {
      throw new IllegalArgumentException("type \"" + type.name()
          + "\" is not registered, a merge needs it. Maybe add Merge.TYPES to the registry?");
    }
  }
}
