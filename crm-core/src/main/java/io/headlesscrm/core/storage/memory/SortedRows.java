package io.headlesscrm.core.storage.memory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their positions, in chunks: an insert moves at most a chunk, and a million rows take little more
 * than the references to them.
 */
final class SortedRows<T> {

  private static final int CHUNK = 512;

  private final List<ArrayList<Row<T>>> chunks = new ArrayList<>(1);
  private int size;

  /** Spares an append the way through the chunks. */
  private @Nullable Row<T> last;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds a row whose position is not there yet; at the end, where facts mostly belong, without a search. */
  void add(Row<T> row) {
    size++;
    if (last == null || last.compareTo(row) < 0) {
      append(row);
      return;
    }
    int at = chunkOf(row);
    ArrayList<Row<T>> chunk = chunks.get(at);
    chunk.add(firstAfter(chunk, row), row);
    if (chunk.size() > CHUNK) {
      split(at);
    }
  }

  /** Removes the row at that position, which must be there. */
  void remove(Position position) {
    int at = chunkOf(position);
    ArrayList<Row<T>> chunk = chunks.get(at);
    chunk.remove(firstAfter(chunk, position) - 1);
    size--;
    if (chunk.isEmpty()) {
      chunks.remove(at);
    }
    last = chunks.isEmpty() ? null : lastOf(chunks.get(chunks.size() - 1));
  }

  /** The rows within the bounds; fails or goes astray when rows are added or removed meanwhile. */
  Iterator<Row<T>> iterator(Bounds bounds, boolean descending) {
    return descending ? new Descending(bounds) : new Ascending(bounds);
  }

  /** Appending in order leaves the chunks behind full. */
  private void append(Row<T> row) {
    if (chunks.isEmpty() || chunks.get(chunks.size() - 1).size() == CHUNK) {
      chunks.add(new ArrayList<>(1));
    }
    chunks.get(chunks.size() - 1).add(row);
    last = row;
  }

  private void split(int at) {
    ArrayList<Row<T>> chunk = chunks.get(at);
    List<Row<T>> upper = chunk.subList(CHUNK / 2, chunk.size());
    chunks.add(at + 1, new ArrayList<>(upper));
    upper.clear();
  }

  /** The first chunk that does not end before the position; the number of chunks if all do. */
  private int chunkOf(Position position) {
    int low = 0;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsBefore(chunks.get(middle), position)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static <T> boolean endsBefore(List<Row<T>> chunk, Position position) {
    return lastOf(chunk).compareTo(position) < 0;
  }

  private static <T> Row<T> lastOf(List<Row<T>> chunk) {
    return chunk.get(chunk.size() - 1);
  }

  private static <T> int firstAfter(List<Row<T>> chunk, Position position) {
    int low = 0;
    int high = chunk.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunk.get(middle).compareTo(position) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static <T> int firstFrom(List<Row<T>> chunk, Position position) {
    int after = firstAfter(chunk, position);
    return after > 0 && chunk.get(after - 1).compareTo(position) == 0 ? after - 1 : after;
  }

  private final class Ascending implements Iterator<Row<T>> {

    private final Bounds bounds;
    private int chunk;
    private int offset;

    Ascending(Bounds bounds) {
      this.bounds = bounds;
      Position low = bounds.low();
      if (low != null) {
        chunk = chunkOf(low);
        offset = chunk < chunks.size() ? firstAfter(chunks.get(chunk), low) : 0;
        roll();
      }
    }

    @Override
    public boolean hasNext() {
      return chunk < chunks.size() && isWithin(current());
    }

    @Override
    public Row<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row<T> row = current();
      offset++;
      roll();
      return row;
    }

    private Row<T> current() {
      return chunks.get(chunk).get(offset);
    }

    private boolean isWithin(Position position) {
      return bounds.high() == null || position.compareTo(bounds.high()) < 0;
    }

    private void roll() {
      if (chunk < chunks.size() && offset == chunks.get(chunk).size()) {
        chunk++;
        offset = 0;
      }
    }
  }

  private final class Descending implements Iterator<Row<T>> {

    private final Bounds bounds;
    private int chunk;
    private int offset;

    Descending(Bounds bounds) {
      this.bounds = bounds;
      @Nullable Position high = bounds.high();
      chunk = high == null ? chunks.size() : chunkOf(high);
      offset = chunk < chunks.size() && high != null ? firstFrom(chunks.get(chunk), high) : 0;
      roll();
    }

    @Override
    public boolean hasNext() {
      return chunk >= 0 && chunk < chunks.size() && isWithin(current());
    }

    @Override
    public Row<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row<T> row = current();
      offset--;
      roll();
      return row;
    }

    private Row<T> current() {
      return chunks.get(chunk).get(offset - 1);
    }

    private boolean isWithin(Position position) {
      return bounds.low() == null || position.compareTo(bounds.low()) > 0;
    }

    /** The offset is one behind the row that comes next. */
    private void roll() {
      if (offset == 0) {
        chunk--;
        offset = chunk >= 0 ? chunks.get(chunk).size() : 0;
      }
    }
  }
}
