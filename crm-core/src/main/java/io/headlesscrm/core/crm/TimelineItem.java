package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.TextOrder;
import java.time.Instant;

/**
 * One thing that happened with a customer. Ordered by instant, then by type, then by id.
 *
 * @param at when
 * @param type the name of its type, such as {@code purchase}
 * @param id of the record or fact
 * @param text what it says, in the reader's language
 */
public record TimelineItem(Instant at, String type, String id, Reason text)
    implements Comparable<TimelineItem> {

  public TimelineItem {
    requireNonNull(at, "at");
    requireNonNull(type, "type");
    requireNonNull(id, "id");
    requireNonNull(text, "text");
  }

  @Override
  public int compareTo(TimelineItem other) {
    int byTime = at.compareTo(other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byType = TextOrder.compare(type, other.type);
    return byType != 0 ? byType : TextOrder.compare(id, other.id);
  }
}
