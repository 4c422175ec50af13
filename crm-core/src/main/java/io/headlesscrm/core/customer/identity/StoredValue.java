package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

/**
 * Names a value that is or was stored.
 *
 * @param type the name of its type
 * @param id its id as text
 */
public record StoredValue(String type, String id) {

  public StoredValue {
    requireNonNull(type, "type");
    requireNonNull(id, "id");
  }
}
