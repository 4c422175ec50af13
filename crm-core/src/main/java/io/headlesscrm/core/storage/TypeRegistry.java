package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All types that one company stores. What walks over everything (merge, hand-over, export, erasure, timeline) walks over
 * a registry and knows no feature, so a type that a host adds is merged, handed over, exported and erased like the
 * library's own. Immutable.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(List.of(Customer.TYPE, Purchase.TYPE, VOYAGE));
 * CrmStorage guarded = types.guard(storage); // refuses a type that is not registered
 * }</pre>
 */
public final class TypeRegistry {

  private final Map<String, StoredType<?>> byName;

  private TypeRegistry(Map<String, StoredType<?>> byName) {
    this.byName = byName;
  }

  /**
   * A registry of these types.
   *
   * @param types a type that occurs twice counts once
   * @return the registry, in the order of the types
   * @throws IllegalArgumentException when two types have one name
   */
  public static TypeRegistry of(Collection<? extends StoredType<?>> types) {
    Map<String, StoredType<?>> byName = new LinkedHashMap<>();
    for (StoredType<?> type : types) {
      StoredType<?> known = byName.putIfAbsent(type.name(), type);
      if (known != null && !known.equals(type)) {
        throw new IllegalArgumentException(
            "two types are called \"" + type.name()
                + "\", each must have a name of its own. Maybe one was built twice instead of kept as a constant?");
      }
    }
    return new TypeRegistry(byName);
  }

  /**
   * All types.
   *
   * @return in the order in which they were registered; unmodifiable
   */
  public List<StoredType<?>> types() {
    return List.copyOf(byName.values());
  }

  /**
   * Whether a type is registered.
   *
   * @param type any
   * @return true when it is
   */
  public boolean contains(StoredType<?> type) {
    return requireNonNull(type, "type").equals(byName.get(type.name()));
  }

  /**
   * A storage that holds nothing but registered types.
   *
   * @param storage any
   * @return the same content and units; refuses another type with an {@link IllegalArgumentException}
   */
  public CrmStorage guard(CrmStorage storage) {
    return new GuardedStorage(requireNonNull(storage, "storage"));
  }

  private void require(StoredType<?> type) {
    if (!contains(type)) {
      throw new IllegalArgumentException(
          "type \"" + type.name()
              + "\" is not registered, it must be, or merges and erasures would pass it by. Maybe add it to types(...)?");
    }
  }

  private final class GuardedStorage implements CrmStorage {

    private final CrmStorage storage;

    GuardedStorage(CrmStorage storage) {
      this.storage = storage;
    }

    @Override
    public <I, A> Store<I, A> store(RecordType<I, A> type) {
      require(type);
      return storage.store(type);
    }

    @Override
    public <F> Log<F> log(FactType<F> type) {
      require(type);
      return storage.log(type);
    }

    @Override
    public UnitOfWork unitOfWork() {
      return storage.unitOfWork();
    }

    @Override
    public Set<Capability> capabilities() {
      return storage.capabilities();
    }
  }
}
