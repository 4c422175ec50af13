package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.TextOrder;

/**
 * A place in a list: between the value it names and the one after it, whether or not that value is still there. Places
 * are ordered by key, then by id, both by code points, which is the order of an ascending list. A place may hold a
 * personal value when the list is ordered by one.
 *
 * @param key the encoded key that the list is ordered by; empty for a list of records by id and for a record without key;
 *     the encoded instant for a list of facts
 * @param id the id as text
 */
public record Cursor(String key, String id) implements Comparable<Cursor> {

  public Cursor {
    requireNonNull(key, "key");
    requireNonNull(id, "id");
  }

  @Override
  public int compareTo(Cursor other) {
    int byKey = TextOrder.compare(key, other.key);
    return byKey != 0 ? byKey : TextOrder.compare(id, other.id);
  }
}
