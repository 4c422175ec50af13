package io.headlesscrm.core.storage.tck;

import static java.util.Objects.requireNonNull;

/**
 * One named check of a storage.
 *
 * @param name such as {@code record-second-insert}; stays the same from version to version
 * @param promise what a storage must do, in one sentence
 * @param body throws an {@link AssertionError} when the storage does not
 */
public record StorageCheck(String name, String promise, Runnable body) {

  public StorageCheck {
    requireNonNull(name, "name");
    requireNonNull(promise, "promise");
    requireNonNull(body, "body");
  }

  /**
   * Checks the storage.
   *
   * @throws AssertionError when it does not keep the promise: says what was expected, what was seen and how to repeat it
   */
  public void run() {
    body.run();
  }

  /** The name of the check. */
  @Override
  public String toString() {
    return name;
  }
}
