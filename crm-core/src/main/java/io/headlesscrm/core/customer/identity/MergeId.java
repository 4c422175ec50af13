package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

/**
 * Names one merge. The caller chooses it, so that the same request sent twice is one merge.
 *
 * @param value not blank
 */
public record MergeId(String value) {

  public MergeId {
    if (requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException(
          "merge id is blank, it must not be. Maybe the number of the request was not set?");
    }
  }

  /**
   * The merge of that name.
   *
   * @param value not blank
   * @return the identifier
   */
  public static MergeId of(String value) {
    return new MergeId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
