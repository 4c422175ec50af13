package io.headlesscrm.core.storage.memory;

/** A value in its place. Written under the write lock and read under the read lock of the unit only. */
final class Row<T> {

  final Position position;
  T value;
  long version;

  Row(Position position, T value, long version) {
    this.position = position;
    this.value = value;
    this.version = version;
  }

  String id() {
    return position.id();
  }
}
