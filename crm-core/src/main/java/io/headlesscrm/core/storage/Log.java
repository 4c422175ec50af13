package io.headlesscrm.core.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Facts that are only appended: purchases, interactions, ledger entries, events. The host chooses their ids, so that the
 * same fact can be sent twice and is there once.
 *
 * <p>Writes want an open {@link UnitOfWork} and are seen by later reads of the same unit. Reads are allowed outside a unit
 * and then see what was committed before. Facts are immutable values: a log may hand out the instance it was given.
 *
 * @param <F> the type of the facts
 */
public interface Log<F> {

  /**
   * Stores facts that are new, in any order of time.
   *
   * @param facts may be empty; the list is not kept
   * @return one outcome for each fact in the order of the facts; a fact that occurs twice in the list is compared with its
   *     first occurrence
   * @throws IllegalStateException outside a unit of work
   */
  List<AppendOutcome> append(List<F> facts);

  /**
   * One page of the facts that a query asks for.
   *
   * @param query which, and in which direction
   * @param page which part
   * @return the page
   */
  Slice<F> list(LogQuery<F> query, Page page);

  /**
   * Reads all facts that a query asks for in its order, each once. The adapter owns the cursor and closes it.
   *
   * @param query which, and in which direction
   * @param consumer is given each fact; its exception ends the reading
   */
  void forEach(LogQuery<F> query, Consumer<? super F> consumer);

  /**
   * Changes or removes facts: for the merge of two customers and for erasure only.
   *
   * @param query which
   * @param change is given each fact once; an equal fact leaves it as it is, empty removes it; the id must stay. An id that
   *     was removed may be appended again
   * @return how many facts were changed or removed
   * @throws IllegalArgumentException when a changed fact has another id
   * @throws IllegalStateException outside a unit of work
   */
  long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change);
}
