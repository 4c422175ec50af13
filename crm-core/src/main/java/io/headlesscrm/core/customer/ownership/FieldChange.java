package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.StoredValue;
import org.jspecify.annotations.Nullable;

/**
 * One field that a hand-over changes.
 *
 * @param value in which value
 * @param path of the field in its document, such as {@code drivers[0]}
 * @param before its text; null when there was none
 * @param after its text; null when there is none any more
 */
public record FieldChange(
    StoredValue value,
    String path,
    @Nullable String before,
    @Nullable String after) {

  public FieldChange {
    requireNonNull(value, "value");
    requireNonNull(path, "path");
  }

  /** Where alone: the texts may be personal. */
  @Override
  public String toString() {
    return path + " of " + value.type() + " " + value.id();
  }
}
