package io.headlesscrm.core.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a timeline.
 *
 * @param items the newest first
 * @param next the item after which the next page begins; null on the last page
 */
public record TimelinePage(
    List<TimelineItem> items, @Nullable TimelineItem next) {

  public TimelinePage {
    items = List.copyOf(items);
  }
}
