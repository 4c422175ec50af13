package io.headlesscrm.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, without a count of the whole, which would cost a scan.
 *
 * @param <T> what is listed
 * @param items in the order of the list
 * @param next the place of the last item when there are more after it; null on the last page
 */
public record Slice<T>(List<T> items, @Nullable Cursor next) {

  public Slice {
    items = List.copyOf(items);
  }

  /**
   * Whether the list ends here.
   *
   * @return true when there was nothing after this page when it was read
   */
  public boolean isLast() {
    return next == null;
  }
}
