package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Change;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way back of one merge. */
final class Undo {

  private final CrmStorage storage;
  private final TypeRegistry registry;
  private final List<StoredValue> changedSince = new ArrayList<>();

  Undo(CrmStorage storage, TypeRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  UndoOutcome run(MergeId id, ActorId by, Instant at) {
    Optional<Versioned<MergeRecord>> merge =
        storage.store(MergeRecord.TYPE).find(id).filter(found -> !found.value().isUndone());
    if (merge.isEmpty()) {
      return new UndoOutcome.NotMerged(id);
    }
    Map<String, List<MergeImage>> images = images(id);
    int kept = images.values().stream().mapToInt(List::size).sum();
    int needed = merge.get().value().images();
    return kept == needed
        ? restore(merge.get(), images, by, at)
        : new UndoOutcome.ImagesGone(kept, needed);
  }

  private UndoOutcome restore(
      Versioned<MergeRecord> merge, Map<String, List<MergeImage>> images, ActorId by, Instant at) {
    MergeRecord made = merge.value();
    List<Restoration<?>> restorations = new ArrayList<>();
    images.forEach((type, ofType) -> restorations.add(restoration(registered(type), ofType, made)));
    if (!changedSince.isEmpty()) {
      return new UndoOutcome.ChangedSince(changedSince);
    }
    restorations.forEach(restoration -> restoration.make(storage, made));
    storage.log(MergeImage.TYPE).rewrite(imagesOf(made.id()), image -> Optional.empty());
    return new UndoOutcome.Undone(storage
        .store(MergeRecord.TYPE)
        .update(made.undone(at, by), merge.version())
        .orThrow()
        .value());
  }

  private <T> Restoration<T> restoration(
      StoredType<T> type, List<MergeImage> images, MergeRecord merge) {
    Contents<T> contents = Contents.of(storage, type);
    List<Change<T>> changes = new ArrayList<>();
    for (MergeImage image : images) {
      @Nullable T before = read(type, image.before());
      @Nullable T after = after(type, image, before, merge);
      T like = after == null ? required(before, image) : after;
      @Nullable Versioned<T> stored = contents.findLike(like).orElse(null);
      boolean computedAnew = type.isComputed() && stored != null;
      if (isSame(stored, after) || computedAnew) {
        changes.add(new Change<>(stored, before));
      } else {
        changedSince.add(new StoredValue(type.name(), type.idText(like)));
      }
    }
    return new Restoration<>(type, changes);
  }

  private static <T> @Nullable T after(
      StoredType<T> type, MergeImage image, @Nullable T before, MergeRecord merge) {
    return image.isRewritten()
        ? type.customers().replaced(required(before, image), merge.loser(), merge.winner())
        : read(type, image.after());
  }

  private static <T> boolean isSame(@Nullable Versioned<T> stored, @Nullable T expected) {
    return stored == null ? expected == null : stored.value().equals(expected);
  }

  private static <T> @Nullable T read(StoredType<T> type, @Nullable String document) {
    return document == null ? null : type.read(JsonDocument.parse(document));
  }

  private static <T> T required(@Nullable T value, MergeImage image) {
    if (value == null) {
      throw new IllegalStateException(
          image + " has neither before nor after. Maybe it was damaged in the storage?");
    }
    return value;
  }

  private Map<String, List<MergeImage>> images(MergeId id) {
    Map<String, List<MergeImage>> byType = new LinkedHashMap<>();
    storage
        .log(MergeImage.TYPE)
        .forEach(
            imagesOf(id),
            image ->
                byType.computeIfAbsent(image.type(), type -> new ArrayList<>()).add(image));
    return byType;
  }

  private static LogQuery<MergeImage> imagesOf(MergeId id) {
    return LogQuery.where(MergeImage.MERGE.is(id.value()));
  }

  private StoredType<?> registered(String name) {
    return registry.types().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("type \"" + name
            + "\" is not registered, a merge has touched its values. Maybe a module is missing?"));
  }

  private record Restoration<T>(StoredType<T> type, List<Change<T>> changes) {

    void make(CrmStorage storage, MergeRecord merge) {
      CustomerId winner = merge.winner();
      CustomerId loser = merge.loser();
      Contents.of(storage, type).make(type.of(winner).or(type.of(loser)), changes);
    }
  }
}
