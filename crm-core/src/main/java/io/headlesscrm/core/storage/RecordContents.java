package io.headlesscrm.core.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Records of one type. */
final class RecordContents<I, A> extends Contents<A> {

  private final RecordType<I, A> type;
  private final Store<I, A> store;

  RecordContents(RecordType<I, A> type, Store<I, A> store) {
    super(type);
    this.type = type;
    this.store = store;
  }

  @Override
  public void forEach(Criterion<A> criterion, Consumer<? super Versioned<A>> consumer) {
    store.forEach(Query.where(criterion), consumer);
  }

  @Override
  public Optional<Versioned<A>> findLike(A value) {
    return store.find(type.id(value));
  }

  /** Removes first: what is added may take the place of what goes. */
  @Override
  public void make(Criterion<A> within, List<Change<A>> changes) {
    for (Change<A> change : changes) {
      Versioned<A> before = change.before();
      if (before != null && change.after() == null) {
        store.delete(type.id(before.value()), before.version()).orThrow();
      }
    }
    for (Change<A> change : changes) {
      A after = change.after();
      if (after != null) {
        Versioned<A> before = change.before();
        (before == null ? store.insert(after) : store.update(after, before.version())).orThrow();
      }
    }
  }
}
