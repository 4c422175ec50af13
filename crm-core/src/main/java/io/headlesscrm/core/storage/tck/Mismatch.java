package io.headlesscrm.core.storage.tck;

/** A storage did something else than was expected. */
final class Mismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String seen;

  Mismatch(String seen) {
    super(seen);
    this.seen = seen;
  }

  String seen() {
    return seen;
  }
}
