package io.headlesscrm.core.purchase;

import java.util.Locale;

/**
 * Which rows of the log count, and how returns are set against purchases. Only purchases are occasions (they set
 * recency, frequency and purchase days); a return changes amounts.
 */
public enum ReturnsPolicy {
  /** Sales only; returns and free deliveries are set aside. The default. */
  SALES,
  /** Sales and free deliveries; returns are set aside. */
  GROSS,
  /** All rows; returns reduce the customer's total, which can become negative. */
  NET,
  /** As {@link #NET}, but the total of a customer is at least zero. */
  NET_FLOORED,
  /**
   * A return reduces the purchase that it names as reversed, at the earliest on the day of the return; a purchase
   * with nothing left is no occasion. Returns that name no known purchase are set aside.
   */
  MATCHED;

  /**
   * Whether rows of that kind can count under this policy.
   *
   * @param kind of the row
   * @return false when such rows are always set aside
   */
  public boolean admits(PurchaseKind kind) {
    return switch (this) {
      case SALES -> kind == PurchaseKind.SALE;
      case GROSS -> kind != PurchaseKind.RETURN;
      case NET, NET_FLOORED -> true;
      case MATCHED -> kind != PurchaseKind.FREE_OF_CHARGE;
    };
  }

  /**
   * The policy of that name.
   *
   * @param name sales, gross, net, net-floored or matched, in any case
   * @return the policy
   * @throws IllegalArgumentException for another name
   */
  public static ReturnsPolicy parse(String name) {
    for (ReturnsPolicy policy : values()) {
      if (policy.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "returns policy is \"" + name + "\", it must be sales, gross, net, net-floored or matched");
  }

  /** The name that {@link #parse} reads, such as {@code net-floored}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
