package io.headlesscrm.core.customer.ownership;

/**
 * When an account counts as neglected: all three times are over. Times of silence begin anew with a new owner.
 *
 * @param daysWithoutPurchase days without a purchase, at least 1
 * @param daysWithoutContact days without a contact, at least 1
 * @param daysAfterContract days after the end of a contract, at least 0; without a contract it does not count
 */
public record PoolRule(int daysWithoutPurchase, int daysWithoutContact, int daysAfterContract) {

  public PoolRule {
    requireAtLeast(1, daysWithoutPurchase, "daysWithoutPurchase");
    requireAtLeast(1, daysWithoutContact, "daysWithoutContact");
    requireAtLeast(0, daysAfterContract, "daysAfterContract");
  }

  private static void requireAtLeast(int bound, int days, String name) {
    if (days < bound) {
      throw new IllegalArgumentException(name + " is " + days + ", it must be at least " + bound
          + ". Maybe the rule was to be left out?");
    }
  }
}
