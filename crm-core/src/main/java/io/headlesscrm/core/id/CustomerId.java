package io.headlesscrm.core.id;

/**
 * Names one customer. Opaque: the host chooses it, the library only compares it.
 *
 * <p>Ordered by Unicode code points, which is the order of the UTF-8 bytes: "10" before "2".
 *
 * @param value the identifier as the host writes it; not blank
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

  public CustomerId {
    Ids.requireText(value, "customer id");
  }

  /**
   * The customer of that name.
   *
   * @param value not blank
   * @return the identifier
   * @throws IllegalArgumentException when the value is blank
   */
  public static CustomerId of(String value) {
    return new CustomerId(value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return TextOrder.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
