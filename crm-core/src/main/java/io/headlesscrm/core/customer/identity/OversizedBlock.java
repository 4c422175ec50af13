package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

/**
 * So many customers have one key that comparing each with each would cost too much. They were compared where they share
 * another key too; pairs that have nothing but this key in common were not.
 *
 * @param kind of the key
 * @param customers how many have it; in a search for one customer: at least so many
 */
public record OversizedBlock(BlockKind kind, int customers) {

  public OversizedBlock {
    requireNonNull(kind, "kind");
  }
}
