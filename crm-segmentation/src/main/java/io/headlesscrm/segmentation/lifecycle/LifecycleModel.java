package io.headlesscrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stages, frozen: the mean gap of the base of the fit and how long a silence may last. Immutable and thread-safe.
 */
public final class LifecycleModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "lifecycle";

  private static final List<Segment> SEGMENTS =
      Stream.concat(Stage.segments().stream(), Stream.of(Segment.UNASSESSED)).toList();

  private final Rhythm rhythm;
  private final List<Reason> notices;
  private final Provenance provenance;

  private LifecycleModel(Rhythm rhythm, List<Reason> notices, Provenance provenance) {
    this.rhythm = requireNonNull(rhythm, "rhythm");
    this.notices = List.copyOf(notices);
    this.provenance = requireNonNull(provenance, "provenance");
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param rhythm what counts as long
   * @param notices what a reader should know
   * @param provenance of the fit
   * @return the model
   */
  public static LifecycleModel of(Rhythm rhythm, List<Reason> notices, Provenance provenance) {
    return new LifecycleModel(rhythm, notices, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The stages, and {@link Segment#UNASSESSED} for customers of whom only returns are known. */
  @Override
  public List<Segment> segments() {
    return SEGMENTS;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<Reason> notices() {
    return notices;
  }

  /**
   * What counts as long.
   *
   * @return the rhythm of the base and the factors
   */
  public Rhythm rhythm() {
    return rhythm;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    return Segmentation.of(this, base, row -> index(base, row), row -> reasons(base, row));
  }

  /**
   * Every stage that a customer has been in, each told from what was known by then.
   *
   * @param base with the customer
   * @param row of the base
   * @return the earliest first, up to the date of the base; empty for a customer of whom only returns are known
   */
  public List<StageChange> history(CustomerBase base, int row) {
    return base.purchases(row) == 0 ? List.of() : replay(base, row).changes();
  }

  private Replay replay(CustomerBase base, int row) {
    return Replay.of(
        rhythm, base.summary(row).epochDays(), Math.toIntExact(base.asOf().toEpochDay()));
  }

  private int index(CustomerBase base, int row) {
    return base.purchases(row) == 0
        ? SEGMENTS.size() - 1
        : SEGMENTS.indexOf(replay(base, row).stage().segment());
  }

  private List<Reason> reasons(CustomerBase base, int row) {
    if (base.purchases(row) == 0) {
      return List.of(Reason.of("segmentation.unassessed"));
    }
    Replay replay = replay(base, row);
    StageChange last = replay.changes().get(replay.changes().size() - 1);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of("lifecycle.silent")
        .with("days", base.recencyDays(row))
        .with("usual", replay.usualGap())
        .with("purchaseDays", base.repeatPurchases(row) + 1L));
    reasons.add(Reason.of("lifecycle.since")
        .withValue("segment", last.stage().segment().toReason())
        .withValue("date", last.since()));
    addOutlook(base, Stage.SLIPPING, replay.slipDay(), reasons);
    addOutlook(base, Stage.LAPSED, replay.lapseDay(), reasons);
    return reasons;
  }

  private static void addOutlook(
      CustomerBase base, Stage stage, int epochDay, List<Reason> reasons) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    if (day.isAfter(base.asOf())) {
      reasons.add(Reason.of("lifecycle.outlook")
          .with("days", day.toEpochDay() - base.asOf().toEpochDay())
          .withValue("date", day)
          .withValue("segment", stage.segment().toReason()));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LifecycleModel that
        && rhythm.equals(that.rhythm)
        && notices.equals(that.notices)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * rhythm.hashCode() + provenance.hashCode();
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
