package io.headlesscrm.core.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to talk to at a customer.
 *
 * @param name not blank
 * @param role such as "head of logistics"; null when not known
 * @param decides whether the person decides on purchases; null when not known
 * @param points how to reach the person
 */
public record Contact(
    String name, @Nullable String role, @Nullable Boolean decides, List<ContactPoint> points) {

  public Contact {
    Texts.requireNotBlank(name, "name of a contact");
    points = List.copyOf(points);
  }

  /**
   * Somebody of whom no more than the name is known.
   *
   * @param name not blank
   * @return without role and contact points
   */
  public static Contact of(String name) {
    return new Contact(name, null, null, List.of());
  }

  /**
   * Whether it is known that the person decides.
   *
   * @return false when not known
   */
  public boolean isDecider() {
    return Boolean.TRUE.equals(decides);
  }

  /** The role alone: the rest is personal. */
  @Override
  public String toString() {
    return "contact" + (role == null ? "" : " (" + role + ")");
  }
}
