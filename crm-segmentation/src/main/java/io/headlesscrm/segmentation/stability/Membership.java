package io.headlesscrm.segmentation.stability;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.segmentation.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's time in a segment.
 *
 * @param segment which one
 * @param entered the date of the segmentation that first saw the customer there
 * @param left the date of the one that first saw it elsewhere, or no more at all; null while it lasts
 * @param reasons why it was there when it entered
 */
public record Membership(
    Segment segment, LocalDate entered, @Nullable LocalDate left, List<Reason> reasons) {

  public Membership {
    requireNonNull(segment, "segment");
    requireNonNull(entered, "entered");
    reasons = List.copyOf(reasons);
  }

  Membership until(LocalDate date) {
    return new Membership(segment, entered, date, reasons);
  }

  /** Such as {@code A from 2011-09-01 to 2011-12-10}. */
  @Override
  public String toString() {
    return segment.code() + " from " + entered + (left == null ? "" : " to " + left);
  }
}
