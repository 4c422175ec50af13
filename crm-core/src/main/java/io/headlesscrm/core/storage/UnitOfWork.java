package io.headlesscrm.core.storage;

import java.util.function.Supplier;

/**
 * The frame of all writes: all of a unit is kept or nothing of it. A unit belongs to the thread that opened it. Where the
 * host has a transaction open, the unit is that transaction, and the host alone commits or rolls it back.
 *
 * <p>An exception dooms the unit: one that leaves a {@link #required} or a call of a {@link Store} or {@link Log} within
 * it, even if somebody catches it inside. A doomed unit refuses every further call with {@link DoomedUnitException} and is
 * rolled back at its end. Outcomes that a caller can handle are therefore values. A {@link TryAgainException} tells the one
 * who opened the unit that the same work may succeed in another one.
 *
 * <pre>{@code
 * storage.unitOfWork().required(() -> {
 *   purchases.append(List.of(purchase));
 *   return customers.update(customer, version).orThrow();
 * });
 * }</pre>
 */
public interface UnitOfWork {

  /**
   * Runs work in a unit: in the open one if there is one, else in a new one that ends with the work.
   *
   * @param <R> what the work gives
   * @param work runs once, on the caller's thread
   * @return what the work gave
   * @throws DoomedUnitException when an exception was caught inside and the work went on; an exception that leaves the work
   *     is thrown as it is
   */
  <R> R required(Supplier<R> work);

  /**
   * Whether a unit is open on this thread.
   *
   * @return true inside {@link #required} or inside a transaction of the host
   */
  boolean active();

  /**
   * Runs an action when the open unit has been committed: in the order of the calls, after the outermost commit, never on a
   * rollback. The unit is closed by then, and the action cannot undo it: if one throws, the others still run, and the
   * exception is thrown to the one who committed.
   *
   * @param action for the outside world only: a mail, a message, a cache
   * @throws IllegalStateException outside a unit of work
   * @throws AbsentCapabilityException when {@link Capability#AFTER_COMMIT} is not declared
   */
  void afterCommit(Runnable action);
}
