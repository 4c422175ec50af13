package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches the moves of one customer to better segments, and to a worse one by silence. */
final class Moves {

  private final RfmModel model;
  private final CustomerBase base;
  private final int row;
  private final CustomerId customer;
  private final RfmScore score;
  private final Segment current;

  Moves(RfmModel model, CustomerBase base, int row) {
    this.model = model;
    this.base = base;
    this.row = row;
    this.customer = base.customer(row);
    this.score =
        model.score(customer, value(Axis.RECENCY), value(Axis.FREQUENCY), value(Axis.MONETARY));
    this.current = model.segment(score);
  }

  /** At most one for each axis, to the next better segment, or to another one where segments have no rank. */
  List<Move> upwards() {
    List<Move> moves = new ArrayList<>();
    for (Axis axis : new Axis[] {Axis.FREQUENCY, Axis.RECENCY, Axis.MONETARY}) {
      findUpward(axis).ifPresent(moves::add);
    }
    return moves;
  }

  private Optional<Move> findUpward(Axis axis) {
    List<Threshold> thresholds = model.bins(axis).thresholds();
    for (int next = score.on(axis) + 1; next <= thresholds.size() + 1; next++) {
      long needed = worstReaching(axis, thresholds.get(next - 2));
      Segment segment = segmentAt(axis, needed);
      if (isPossible(axis, needed) && isUpward(segment)) {
        return Optional.of(move(axis, needed, segment));
      }
    }
    return Optional.empty();
  }

  /** The days of silence after which the segment is a worse one, or another one where segments have no rank. */
  Optional<Move> findDecline() {
    List<Threshold> thresholds = model.bins(Axis.RECENCY).thresholds();
    for (int below = score.r() - 1; below >= 1 && below <= thresholds.size(); below--) {
      Threshold lost = thresholds.get(below - 1);
      long needed = lost.admits(customer) ? lost.value() + 1 : lost.value();
      Segment segment = segmentAt(Axis.RECENCY, needed);
      if (isDownward(segment)) {
        return Optional.of(move(Axis.RECENCY, needed, segment));
      }
    }
    return Optional.empty();
  }

  private long worstReaching(Axis axis, Threshold threshold) {
    return threshold.admits(customer)
        ? threshold.value()
        : axis.toKey(axis.toKey(threshold.value()) + 1);
  }

  /** A purchase is at least a day old. */
  private static boolean isPossible(Axis axis, long needed) {
    return axis != Axis.RECENCY || needed >= 1;
  }

  private Segment segmentAt(Axis axis, long value) {
    return model.segment(score.with(axis, model.bins(axis).score(value, customer)));
  }

  private boolean isUpward(Segment segment) {
    return segment.isBetterThan(current) || isUnrankedChange(segment);
  }

  private boolean isDownward(Segment segment) {
    return current.isBetterThan(segment) || isUnrankedChange(segment);
  }

  private boolean isUnrankedChange(Segment segment) {
    return Math.min(segment.rank(), current.rank()) == 0 && !segment.equals(current);
  }

  private Move move(Axis axis, long needed, Segment segment) {
    return new Move(axis, needed, Math.abs(needed - value(axis)), segment);
  }

  private long value(Axis axis) {
    return axis.value(base, row);
  }
}
