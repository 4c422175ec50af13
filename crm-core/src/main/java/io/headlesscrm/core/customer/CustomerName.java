package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

/**
 * One name of a customer.
 *
 * @param kind what name it is
 * @param text as it is written; not blank
 */
public record CustomerName(NameKind kind, String text) {

  public CustomerName {
    requireNonNull(kind, "kind");
    Texts.requireNotBlank(text, "name");
  }
}
