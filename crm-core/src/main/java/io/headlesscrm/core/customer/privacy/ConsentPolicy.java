package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.ContactPurpose;
import java.util.EnumSet;
import java.util.Set;

/** For which purposes a customer that has said nothing may be contacted. Immutable. */
public final class ConsentPolicy {

  private final Set<ContactPurpose> allowed;

  private ConsentPolicy(Set<ContactPurpose> allowed) {
    this.allowed = allowed;
  }

  /**
   * Operations, billing and service are allowed, marketing is not.
   *
   * @return the usual policy
   */
  public static ConsentPolicy usual() {
    return new ConsentPolicy(EnumSet.complementOf(EnumSet.of(ContactPurpose.MARKETING)));
  }

  /**
   * This policy but for one purpose.
   *
   * @param purpose which
   * @param isAllowed whether a customer that has said nothing may be contacted for it
   * @return a new policy
   */
  public ConsentPolicy with(ContactPurpose purpose, boolean isAllowed) {
    Set<ContactPurpose> other = EnumSet.noneOf(ContactPurpose.class);
    other.addAll(allowed);
    other.remove(requireNonNull(purpose, "purpose"));
    if (isAllowed) {
      other.add(purpose);
    }
    return new ConsentPolicy(other);
  }

  /**
   * Whether a customer that has said nothing may be contacted.
   *
   * @param purpose what for
   * @return true when it may
   */
  public boolean allows(ContactPurpose purpose) {
    return allowed.contains(requireNonNull(purpose, "purpose"));
  }
}
