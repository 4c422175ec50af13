package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.time.Instant;

/**
 * How one record or fact reads on the timeline of its customer.
 *
 * @param at where on the timeline it stands
 * @param text what it says, in the reader's language
 */
public record TimelineEntry(Instant at, Reason text) {

  public TimelineEntry {
    requireNonNull(at, "at");
    requireNonNull(text, "text");
  }
}
