package io.headlesscrm.core.storage;

/** A storage was asked for something that it does not declare among its capabilities. */
public final class AbsentCapabilityException extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  private final Capability capability;

  /**
   * A capability that is not there.
   *
   * @param capability what was asked for
   */
  public AbsentCapabilityException(Capability capability) {
    super("the storage does not declare " + capability
        + ", so it refuses what needs it. Maybe another adapter of this database can do it?");
    this.capability = capability;
  }

  /**
   * What was asked for.
   *
   * @return the capability
   */
  public Capability capability() {
    return capability;
  }
}
