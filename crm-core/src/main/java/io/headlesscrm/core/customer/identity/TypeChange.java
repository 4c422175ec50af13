package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

/**
 * What a merge does to the values of one type.
 *
 * @param type its name
 * @param rewritten how many keep their id and get another reference
 * @param moved how many get the survivor's id
 * @param combined how many become one with the survivor's value of the same id
 */
public record TypeChange(String type, int rewritten, int moved, int combined) {

  public TypeChange {
    requireNonNull(type, "type");
  }

  /** Such as {@code purchase: 4 rewritten, 0 moved, 0 combined}. */
  @Override
  public String toString() {
    return type + ": " + rewritten + " rewritten, " + moved + " moved, " + combined + " combined";
  }
}
