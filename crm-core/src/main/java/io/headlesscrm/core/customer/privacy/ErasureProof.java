package io.headlesscrm.core.customer.privacy;

import io.headlesscrm.core.customer.identity.StoredValue;
import java.util.List;

/**
 * What a search through every registered type found of the personal texts that an erased customer had. A text counts where
 * it is a whole field, and if it has at least six characters where it is part of one.
 *
 * @param searched how many values were read
 * @param left values of the customer itself in which a text is left that should not be
 * @param retained values of the customer itself that keep a text because they must
 * @param elsewhere values of others in which the same text stands: of somebody of the same name, or somebody wrote it down
 *     there; for a person to look at
 */
public record ErasureProof(
    long searched,
    List<StoredValue> left,
    List<StoredValue> retained,
    List<StoredValue> elsewhere) {

  public ErasureProof {
    left = List.copyOf(left);
    retained = List.copyOf(retained);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Whether nothing is left that should not be.
   *
   * @return true when no value of the customer holds a text that it did not have to keep
   */
  public boolean isClean() {
    return left.isEmpty();
  }
}
