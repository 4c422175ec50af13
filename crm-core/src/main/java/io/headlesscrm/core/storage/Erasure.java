package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * What the erasure of a customer does to one value.
 *
 * @param <T> the type of the value
 */
public sealed interface Erasure<T> {

  /**
   * The value stays as it is.
   *
   * @param <T> the type of the value
   * @param reason why the law or a contract wants it kept
   */
  record Retain<T>(Reason reason) implements Erasure<T> {

    public Retain {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The value stays without what is personal in it, so that totals do not change.
   *
   * @param <T> the type of the value
   * @param rest a copy with the same id that names nobody
   */
  record Anonymise<T>(T rest) implements Erasure<T> {

    public Anonymise {
      requireNonNull(rest, "rest");
    }
  }

  /**
   * The value goes.
   *
   * @param <T> the type of the value
   */
  record Delete<T>() implements Erasure<T> {}
}
