package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Nested RFM, frozen: the thresholds of recency, those of frequency for each recency score, and so on. Thread-safe. */
public final class NestedRfmModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "nested-rfm";

  private final Currency currency;
  private final AxisBins recency;
  private final List<AxisBins> frequency;
  private final List<AxisBins> monetary;
  private final RfmRules rules;
  private final Provenance provenance;
  private final int bins;
  private final byte[] levels;

  private NestedRfmModel(
      Currency currency,
      AxisBins recency,
      List<AxisBins> frequency,
      List<AxisBins> monetary,
      RfmRules rules,
      Provenance provenance) {
    this.currency = requireNonNull(currency, "currency");
    this.recency = requireNonNull(recency, "recency");
    this.frequency = List.copyOf(frequency);
    this.monetary = List.copyOf(monetary);
    this.rules = requireNonNull(rules, "rules");
    this.provenance = requireNonNull(provenance, "provenance");
    this.bins = recency.requested();
    this.levels = rules.levelsOf(bins);
    if (frequency.size() != bins || monetary.size() != bins * bins) {
      throw new IllegalArgumentException("there are " + frequency.size() + " cuts of frequency and "
          + monetary.size() + " of the amount for " + bins
          + " recency scores, there must be one for each cell. Maybe one got lost?");
    }
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param currency of all amounts
   * @param recency how recency is cut
   * @param frequency how frequency is cut for each recency score, 1 first
   * @param monetary how the amount is cut for each pair of scores, those of recency 1 first
   * @param rules which scores make which segment
   * @param provenance of the fit
   * @return the model
   */
  public static NestedRfmModel of(
      Currency currency,
      AxisBins recency,
      List<AxisBins> frequency,
      List<AxisBins> monetary,
      RfmRules rules,
      Provenance provenance) {
    return new NestedRfmModel(currency, recency, frequency, monetary, rules, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Segment> segments() {
    return rules.segments();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** How many cells stayed empty. */
  @Override
  public List<Reason> notices() {
    if (provenance.customers() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    long effective = monetary.stream().mapToLong(AxisBins::effective).sum();
    long requested = (long) bins * bins * bins;
    return effective == requested
        ? List.of()
        : List.of(
            Reason.of("rfm.empty-cells").with("requested", requested).with("effective", effective));
  }

  /**
   * The currency of all amounts.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return currency;
  }

  /**
   * How recency is cut.
   *
   * @return over all customers
   */
  public AxisBins recency() {
    return recency;
  }

  /**
   * How frequency is cut.
   *
   * @return for each recency score, 1 first
   */
  public List<AxisBins> frequency() {
    return frequency;
  }

  /**
   * How the amount is cut.
   *
   * @return for each pair of scores, those of recency 1 first
   */
  public List<AxisBins> monetary() {
    return monetary;
  }

  /**
   * Which scores make which segment.
   *
   * @return the rules
   */
  public RfmRules rules() {
    return rules;
  }

  /**
   * The scores of one customer.
   *
   * @param customer who it is; matters only where equal values were split by id
   * @param recencyDays days since the last purchase
   * @param purchases the number of purchases
   * @param monetaryMinor the amount in minor units
   * @return the scores
   */
  public RfmScore score(CustomerId customer, long recencyDays, long purchases, long monetaryMinor) {
    int r = recency.score(recencyDays, customer);
    int f = frequency.get(r - 1).score(purchases, customer);
    return new RfmScore(r, f, monetaryWithin(r, f).score(monetaryMinor, customer));
  }

  private AxisBins monetaryWithin(int r, int f) {
    return monetary.get((r - 1) * bins + f - 1);
  }

  /**
   * The segment of scores.
   *
   * @param score each from 1 to the bins
   * @return the segment
   */
  public Segment segment(RfmScore score) {
    return segments().get(index(score));
  }

  private int index(RfmScore score) {
    return rules.index(levels[score.r()], levels[score.f()], levels[score.m()]);
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    if (!base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
    return Segmentation.of(this, base, row -> index(score(base, row)), row -> reasons(base, row));
  }

  private RfmScore score(CustomerBase base, int row) {
    return score(
        base.customer(row), base.recencyDays(row), base.purchases(row), base.spendMinor(row));
  }

  private List<Reason> reasons(CustomerBase base, int row) {
    RfmScore score = score(base, row);
    List<Reason> reasons = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      reasons.add(
          RfmReasons.score(bins(axis, score), axis.value(base, row), score.on(axis), currency));
    }
    for (Axis axis : Axis.values()) {
      findUpward(base, row, axis, score)
          .ifPresent(move -> reasons.add(RfmReasons.upward(move, currency)));
    }
    findDecline(base, row, score).ifPresent(move -> reasons.add(RfmReasons.decline(move)));
    return reasons;
  }

  private AxisBins bins(Axis axis, RfmScore score) {
    return switch (axis) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency.get(score.r() - 1);
      case MONETARY -> monetaryWithin(score.r(), score.f());
    };
  }

  private Optional<Move> findUpward(CustomerBase base, int row, Axis axis, RfmScore score) {
    Segment current = segment(score);
    List<Threshold> thresholds = bins(axis, score).thresholds();
    for (int next = score.on(axis) + 1; next <= thresholds.size() + 1; next++) {
      Threshold threshold = thresholds.get(next - 2);
      long key = axis.toKey(threshold.value());
      long needed = axis.toKey(threshold.admits(base.customer(row)) ? key : key + 1);
      Segment reached = segmentAt(base, row, axis, needed);
      if (reached.isBetterThan(current) && (axis != Axis.RECENCY || needed >= 1)) {
        return Optional.of(move(base, row, axis, needed, reached));
      }
    }
    return Optional.empty();
  }

  private Optional<Move> findDecline(CustomerBase base, int row, RfmScore score) {
    Segment current = segment(score);
    List<Threshold> thresholds = recency.thresholds();
    for (int below = score.r() - 1; below >= 1 && below <= thresholds.size(); below--) {
      Threshold lost = thresholds.get(below - 1);
      long needed = lost.admits(base.customer(row)) ? lost.value() + 1 : lost.value();
      Segment reached = segmentAt(base, row, Axis.RECENCY, needed);
      if (current.isBetterThan(reached)) {
        return Optional.of(move(base, row, Axis.RECENCY, needed, reached));
      }
    }
    return Optional.empty();
  }

  /** Another recency is scored within other customers, so that frequency and amount are scored anew. */
  private Segment segmentAt(CustomerBase base, int row, Axis axis, long value) {
    return segment(score(
        base.customer(row),
        axis == Axis.RECENCY ? value : base.recencyDays(row),
        axis == Axis.FREQUENCY ? value : base.purchases(row),
        axis == Axis.MONETARY ? value : base.spendMinor(row)));
  }

  private static Move move(CustomerBase base, int row, Axis axis, long needed, Segment reached) {
    return new Move(axis, needed, Math.abs(needed - axis.value(base, row)), reached);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NestedRfmModel that
        && currency.equals(that.currency)
        && recency.equals(that.recency)
        && frequency.equals(that.frequency)
        && monetary.equals(that.monetary)
        && rules.equals(that.rules)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return recency.hashCode() + 31 * frequency.hashCode() + 961 * monetary.hashCode();
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
