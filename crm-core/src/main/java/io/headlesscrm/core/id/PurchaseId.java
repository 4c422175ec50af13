package io.headlesscrm.core.id;

/**
 * Names one purchase: the number of an order, a shipment or an invoice. Opaque: the host chooses it.
 *
 * <p>Ordered by Unicode code points, as {@link CustomerId} is.
 *
 * @param value the identifier as the host writes it; not blank
 */
public record PurchaseId(String value) implements Comparable<PurchaseId> {

  public PurchaseId {
    Ids.requireText(value, "purchase id");
  }

  /**
   * The purchase of that name.
   *
   * @param value not blank
   * @return the identifier
   * @throws IllegalArgumentException when the value is blank
   */
  public static PurchaseId of(String value) {
    return new PurchaseId(value);
  }

  @Override
  public int compareTo(PurchaseId other) {
    return TextOrder.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
