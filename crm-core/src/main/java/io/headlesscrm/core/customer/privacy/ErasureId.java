package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

/**
 * Names one erasure. The caller chooses it.
 *
 * @param value not blank; not personal
 */
public record ErasureId(String value) {

  public ErasureId {
    if (requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException(
          "erasure id is blank, it must not be. Maybe the number of the request was not set?");
    }
  }

  /**
   * The erasure of that name.
   *
   * @param value not blank; not personal
   * @return the identifier
   */
  public static ErasureId of(String value) {
    return new ErasureId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
