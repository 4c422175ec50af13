package io.headlesscrm.core.storage.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists that together hold every row that can match a criterion, and perhaps others, some of them twice. */
record Candidates<T>(List<SortedRows<T>> lists, long rows) {

  /** Where so many keys match, walking them costs as much as a scan. */
  private static final int MOST_LISTS = 10_000;

  static <T> Candidates<T> of(SortedRows<T> list) {
    return new Candidates<>(List.of(list), list.size());
  }

  /** All of the lists; null when they are too many to be worth it. */
  static <T> @Nullable Candidates<T> of(Collection<SortedRows<T>> lists) {
    List<SortedRows<T>> kept = new ArrayList<>();
    long rows = 0;
    for (SortedRows<T> list : lists) {
      if (kept.size() == MOST_LISTS) {
        return null;
      }
      kept.add(list);
      rows += list.size();
    }
    return new Candidates<>(kept, rows);
  }

  /** The lists of the keys that start with a text, which lie side by side. */
  static <T> @Nullable Candidates<T> ofPrefix(KeyIndex<T, String> index, String prefix) {
    List<SortedRows<T>> found = new ArrayList<>();
    for (Map.Entry<String, SortedRows<T>> entry : index.from(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      found.add(entry.getValue());
      if (found.size() > MOST_LISTS) {
        return null;
      }
    }
    return of(found);
  }

  Candidates<T> and(@Nullable Candidates<T> other) {
    return other == null || rows <= other.rows ? this : other;
  }

  Candidates<T> or(Candidates<T> other) {
    List<SortedRows<T>> both = new ArrayList<>(lists);
    both.addAll(other.lists);
    return new Candidates<>(both, rows + other.rows);
  }
}
