package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when and why each customer is in its segment, from one segmentation after the other. A customer on a cut point
 * would change back and forth; with confirmations a change counts only once that many segmentations in a row have seen
 * it. Immutable and thread-safe.
 */
public final class MembershipHistory {

  private final NavigableMap<CustomerId, List<Membership>> memberships;

  private MembershipHistory(NavigableMap<CustomerId, List<Membership>> memberships) {
    this.memberships = memberships;
  }

  /**
   * The history in which every change counts at once.
   *
   * @param segmentations in the order of their dates
   * @return the history
   * @throws IllegalArgumentException when dates do not ascend
   */
  public static MembershipHistory of(List<Segmentation> segmentations) {
    return of(segmentations, 1);
  }

  /**
   * The history in which a change must be confirmed.
   *
   * @param segmentations in the order of their dates
   * @param confirmations how many segmentations in a row must see the customer in the new segment, at least 1; the date
   *     of the change is that of the last one. A first segment and a departure need none
   * @return the history
   * @throws IllegalArgumentException when dates do not ascend
   */
  public static MembershipHistory of(List<Segmentation> segmentations, int confirmations) {
    if (confirmations < 1) {
      throw new IllegalArgumentException("confirmations is " + confirmations
          + ", it must be at least 1. Maybe 1 is what you want, every change at once?");
    }
    Map<CustomerId, Track> tracks = new TreeMap<>();
    LocalDate before = LocalDate.MIN;
    for (Segmentation segmentation : segmentations) {
      LocalDate date = segmentation.base().asOf();
      if (!date.isAfter(before)) {
        throw new IllegalArgumentException("a segmentation of " + date + " follows one of " + before
            + ", dates must ascend. Maybe sort them first?");
      }
      before = date;
      observe(segmentation, tracks, confirmations);
    }
    NavigableMap<CustomerId, List<Membership>> memberships = new TreeMap<>();
    tracks.forEach((customer, track) -> memberships.put(customer, List.copyOf(track.past)));
    return new MembershipHistory(memberships);
  }

  private static void observe(
      Segmentation segmentation, Map<CustomerId, Track> tracks, int confirmations) {
    for (int row = 0; row < segmentation.size(); row++) {
      tracks
          .computeIfAbsent(segmentation.base().customer(row), key -> new Track())
          .see(segmentation, row, confirmations);
    }
    tracks.forEach((customer, track) -> {
      if (segmentation.base().findRow(customer).isEmpty()) {
        track.leave(segmentation.base().asOf());
      }
    });
  }

  /**
   * All customers who were ever in a segment.
   *
   * @return in the order of their ids
   */
  public List<CustomerId> customers() {
    return List.copyOf(memberships.keySet());
  }

  /**
   * The segments of a customer.
   *
   * @param customer any
   * @return the earliest first; empty for a customer who was never seen
   */
  public List<Membership> of(CustomerId customer) {
    return memberships.getOrDefault(customer, List.of());
  }

  /**
   * The segment of a customer as of a date.
   *
   * @param customer any
   * @param date any
   * @return the segment, or null when the customer was in none by then
   */
  public @Nullable Segment segmentAsOf(CustomerId customer, LocalDate date) {
    for (Membership membership : of(customer)) {
      LocalDate left = membership.left();
      if (!membership.entered().isAfter(date) && (left == null || left.isAfter(date))) {
        return membership.segment();
      }
    }
    return null;
  }

  /**
   * Who entered a segment on or after a date: what a host starts a new treatment for.
   *
   * @param date any
   * @return by customer, in the order of their ids, the memberships that began
   */
  public Map<CustomerId, List<Membership>> enteredSince(LocalDate date) {
    NavigableMap<CustomerId, List<Membership>> entered = new TreeMap<>();
    memberships.forEach((customer, all) -> {
      List<Membership> begun =
          all.stream().filter(each -> !each.entered().isBefore(date)).toList();
      if (!begun.isEmpty()) {
        entered.put(customer, begun);
      }
    });
    return Collections.unmodifiableNavigableMap(entered);
  }

  /** What is known of one customer while the segmentations are read. */
  private static final class Track {

    private final List<Membership> past = new ArrayList<>();
    private @Nullable Segment candidate;
    private int seen;

    void see(Segmentation segmentation, int row, int confirmations) {
      Segment segment = segmentation.segment(row);
      LocalDate date = segmentation.base().asOf();
      Membership current = current();
      if (current != null && current.segment().code().equals(segment.code())) {
        candidate = null;
        return;
      }
      seen = segment.equals(candidate) ? seen + 1 : 1;
      candidate = segment;
      if (current == null || seen >= confirmations) {
        leave(date);
        past.add(new Membership(segment, date, null, segmentation.explain(row).reasons()));
        candidate = null;
      }
    }

    void leave(LocalDate date) {
      Membership current = current();
      if (current != null) {
        past.set(past.size() - 1, current.until(date));
      }
    }

    private @Nullable Membership current() {
      Membership last = past.isEmpty() ? null : past.get(past.size() - 1);
      return last == null || last.left() != null ? null : last;
    }
  }
}
