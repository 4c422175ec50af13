package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.CustomerField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which role, department or partner sees which fields of a customer. A role that nobody gave rights sees the id and the
 * kind alone. Immutable.
 *
 * <pre>{@code
 * FieldRights rights = FieldRights.none()
 *     .with("counter", Set.of(CustomerField.NAMES, CustomerField.CONTACT_POINTS))
 *     .with("carrier", Set.of(CustomerField.NAMES));
 * rights.of("carrier").masked(customer);
 * }</pre>
 */
public final class FieldRights {

  private final Map<String, FieldMask> byRole;

  private FieldRights(Map<String, FieldMask> byRole) {
    this.byRole = byRole;
  }

  /**
   * No role sees anything.
   *
   * @return the rights to start from
   */
  public static FieldRights none() {
    return new FieldRights(Map.of());
  }

  /**
   * These rights and those of one role.
   *
   * @param role any name
   * @param visible replaces what it saw
   * @return new rights
   */
  public FieldRights with(String role, Set<CustomerField> visible) {
    Map<String, FieldMask> more = new TreeMap<>(byRole);
    more.put(requireNonNull(role, "role"), FieldMask.showing(visible));
    return new FieldRights(more);
  }

  /**
   * What a role sees.
   *
   * @param role any name
   * @return its mask
   */
  public FieldMask of(String role) {
    return byRole.getOrDefault(role, FieldMask.showing(List.of()));
  }
}
