package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Some types from one storage, the rest from another, in one unit of work. Made by {@link CrmStorage#composed}. */
public final class ComposedStorage implements CrmStorage {

  private final CrmStorage rest;
  private final Map<StoredType<?>, CrmStorage> named;
  private final Set<Capability> capabilities;

  private ComposedStorage(CrmStorage rest, Map<StoredType<?>, CrmStorage> named) {
    this.rest = rest;
    this.named = Map.copyOf(named);
    Set<Capability> shared = EnumSet.noneOf(Capability.class);
    shared.addAll(rest.capabilities());
    named.values().forEach(storage -> shared.retainAll(storage.capabilities()));
    this.capabilities = Collections.unmodifiableSet(shared);
  }

  @Override
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    return storageOf(type).store(type);
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    return storageOf(type).log(type);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return rest.unitOfWork();
  }

  /** What all of its storages can do. */
  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  private CrmStorage storageOf(StoredType<?> type) {
    return named.getOrDefault(requireNonNull(type, "type"), rest);
  }

  /** Collects the types that are answered from elsewhere. */
  public static final class Builder {

    private final CrmStorage rest;
    private final Map<StoredType<?>, CrmStorage> named = new HashMap<>();

    Builder(CrmStorage rest) {
      this.rest = requireNonNull(rest, "rest");
    }

    /**
     * Answers a type from another storage.
     *
     * @param type not yet named
     * @param storage whose unit of work is equal to that of the rest
     * @return this builder
     * @throws IllegalArgumentException when its units are its own, so that half a unit could be kept
     */
    public Builder with(StoredType<?> type, CrmStorage storage) {
      requireNonNull(type, "type");
      if (!storage.unitOfWork().equals(rest.unitOfWork())) {
        throw new IllegalArgumentException("the storage of type \"" + type.name()
            + "\" has its own units of work, they must be those of the rest, or half a unit could be kept."
            + " Maybe both adapters should be given the same unit of work?");
      }
      if (named.putIfAbsent(type, storage) != null) {
        throw new IllegalArgumentException("type \"" + type.name()
            + "\" is named twice, it must have one storage. Maybe another type was meant?");
      }
      return this;
    }

    /**
     * The finished storage.
     *
     * @return with the types so far
     */
    public ComposedStorage build() {
      return new ComposedStorage(rest, named);
    }
  }
}
