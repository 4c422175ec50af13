package io.headlesscrm.core.id;

/**
 * Names one who acts for the company: an employee, a team or a program. Opaque: the host chooses it.
 *
 * <p>Ordered by Unicode code points, as {@link CustomerId} is.
 *
 * @param value the identifier as the host writes it; not blank
 */
public record ActorId(String value) implements Comparable<ActorId> {

  public ActorId {
    Ids.requireText(value, "actor id");
  }

  /**
   * The actor of that name.
   *
   * @param value not blank
   * @return the identifier
   * @throws IllegalArgumentException when the value is blank
   */
  public static ActorId of(String value) {
    return new ActorId(value);
  }

  @Override
  public int compareTo(ActorId other) {
    return TextOrder.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
