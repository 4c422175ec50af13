package io.headlesscrm.examples.analyse.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One segmentation beside RFM and ABC.
 *
 * @param title what it is called
 * @param segments in the order of the strategy
 * @param notices what a reader should know of it, a sentence each
 */
public record SegmentTable(String title, List<SegmentRow> segments, List<String> notices) {

  public SegmentTable {
    requireNonNull(title, "title");
    segments = List.copyOf(segments);
    notices = List.copyOf(notices);
  }
}
