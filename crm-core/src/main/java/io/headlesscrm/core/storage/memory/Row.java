package io.headlesscrm.core.storage.memory;

/**
 * A value in its place; it is its own position, as one object less to visit is what makes a search fast. Written under
 * the write lock and read under the read lock of the unit only.
 */
final class Row<T> extends Position {

  private T value;
  private long version;

  private Row(Position place, T value, long version) {
    super(place);
    this.value = value;
    this.version = version;
  }

  static <T> Row<T> of(Position place, T value) {
    return new Row<>(place, value, 1);
  }

  T value() {
    return value;
  }

  long version() {
    return version;
  }

  void set(T newValue, long newVersion) {
    value = newValue;
    version = newVersion;
  }
}
