package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

/**
 * What became of a write: done, or refused because somebody else was there first. A refusal changed nothing and does not
 * doom the unit of work, so a caller may read again and decide.
 *
 * <pre>{@code
 * long version = customers.insert(customer).orThrow().version(); // 1
 * }</pre>
 *
 * @param <A> the type of the record
 */
public sealed interface WriteOutcome<A> {

  /**
   * The record, or an exception that dooms the unit and tells the one who opened it to try again.
   *
   * @return the record as it is stored now; after a delete as it was stored last
   * @throws WriteRefusedException when the write was refused
   */
  Versioned<A> orThrow();

  /**
   * Whether the write was done.
   *
   * @return false when it was refused
   */
  default boolean isDone() {
    return this instanceof Done;
  }

  /**
   * The write was done.
   *
   * @param <A> the type of the record
   * @param stored the record as it is stored now; after a delete as it was stored last
   */
  record Done<A>(Versioned<A> stored) implements WriteOutcome<A> {

    public Done {
      requireNonNull(stored, "stored");
    }

    @Override
    public Versioned<A> orThrow() {
      return stored;
    }
  }

  /**
   * The write was refused and changed nothing.
   *
   * @param <A> the type of the record
   * @param reason why
   */
  record Refused<A>(Refusal reason) implements WriteOutcome<A> {

    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public Versioned<A> orThrow() {
      throw new WriteRefusedException(reason);
    }
  }
}
