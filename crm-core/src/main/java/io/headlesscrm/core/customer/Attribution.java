package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import java.time.Instant;

/**
 * Who wrote something, for which department, and when.
 *
 * @param actor an employee or a program
 * @param department such as {@code counter} or {@code sales}; not blank
 * @param at when
 */
public record Attribution(ActorId actor, String department, Instant at) {

  public Attribution {
    requireNonNull(actor, "actor");
    Texts.requireNotBlank(department, "department");
    requireNonNull(at, "at");
  }

  /**
   * Who wrote something, for which department, and when.
   *
   * @param actor an employee or a program; not blank
   * @param department not blank
   * @param at when
   * @return the attribution
   */
  public static Attribution of(String actor, String department, Instant at) {
    return new Attribution(ActorId.of(actor), department, at);
  }
}
