package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.Purchase;
import java.time.Instant;

/**
 * When a purchase took place, in the order in which a customer's purchases are looked at: by instant, then by id.
 *
 * @param at when
 * @param purchase which
 */
public record Occasion(Instant at, PurchaseId purchase) implements Comparable<Occasion> {

  public Occasion {
    requireNonNull(at, "at");
    requireNonNull(purchase, "purchase");
  }

  /**
   * The occasion of a purchase.
   *
   * @param purchase any
   * @return its instant and id
   */
  public static Occasion of(Purchase purchase) {
    return new Occasion(purchase.instant(), purchase.id());
  }

  @Override
  public int compareTo(Occasion other) {
    int byInstant = at.compareTo(other.at);
    return byInstant != 0 ? byInstant : purchase.compareTo(other.purchase);
  }
}
