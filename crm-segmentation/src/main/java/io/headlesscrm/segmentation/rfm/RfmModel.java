package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.util.Currency;
import java.util.List;

/**
 * RFM, frozen: the thresholds of every score and the rules that make segments of scores. On the base of the fit it
 * gives the very scores of the fit, whatever the {@link Binning}: where equal values were split by id, the threshold
 * remembers the id. Amounts are minor units of one currency. Immutable and thread-safe.
 */
public final class RfmModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "rfm";

  private final Currency currency;
  private final AxisBins recency;
  private final AxisBins frequency;
  private final AxisBins monetary;
  private final RfmRules rules;
  private final Provenance provenance;
  private final byte[] levelOfR;
  private final byte[] levelOfF;
  private final byte[] levelOfM;

  private RfmModel(
      Currency currency,
      AxisBins recency,
      AxisBins frequency,
      AxisBins monetary,
      RfmRules rules,
      Provenance provenance) {
    this.currency = requireNonNull(currency, "currency");
    this.recency = requireAxis(recency, Axis.RECENCY);
    this.frequency = requireAxis(frequency, Axis.FREQUENCY);
    this.monetary = requireAxis(monetary, Axis.MONETARY);
    this.rules = requireNonNull(rules, "rules");
    this.provenance = requireNonNull(provenance, "provenance");
    this.levelOfR = rules.levelsOf(recency.requested());
    this.levelOfF = rules.levelsOf(frequency.requested());
    this.levelOfM = rules.levelsOf(monetary.requested());
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param currency of all amounts
   * @param recency how recency is cut
   * @param frequency how frequency is cut
   * @param monetary how the amount is cut
   * @param rules which scores make which segment
   * @param provenance of the fit
   * @return the model
   * @throws IllegalArgumentException when the axes are mixed up
   */
  public static RfmModel of(
      Currency currency,
      AxisBins recency,
      AxisBins frequency,
      AxisBins monetary,
      RfmRules rules,
      Provenance provenance) {
    return new RfmModel(currency, recency, frequency, monetary, rules, provenance);
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

  /** Ties, bins that stayed empty, and a fit without customers. */
  @Override
  public List<Reason> notices() {
    return RfmNotices.of(this);
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
   * How an axis is cut.
   *
   * @param axis any
   * @return thresholds, sizes and ties
   */
  public AxisBins bins(Axis axis) {
    return switch (axis) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
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
   * The scores of all customers of a base.
   *
   * @param base of the currency of the fit
   * @return three scores each
   * @throws IllegalArgumentException for another currency
   */
  public RfmScores scores(CustomerBase base) {
    requireCurrency(base);
    return new RfmScores(
        base,
        AxisScoring.scores(recency, base),
        AxisScoring.scores(frequency, base),
        AxisScoring.scores(monetary, base));
  }

  /**
   * The scores of one customer.
   *
   * @param customer who it is; matters only where equal values were split by id
   * @param recencyDays days since the last purchase
   * @param frequency the number of purchases
   * @param monetaryMinor the amount in minor units
   * @return the scores
   */
  public RfmScore score(CustomerId customer, long recencyDays, long frequency, long monetaryMinor) {
    return new RfmScore(
        recency.score(recencyDays, customer),
        this.frequency.score(frequency, customer),
        monetary.score(monetaryMinor, customer));
  }

  /**
   * The segment of scores.
   *
   * @param score each from 1 to the bins of its axis
   * @return the segment
   */
  public Segment segment(RfmScore score) {
    return segments().get(segmentIndex(score.r(), score.f(), score.m()));
  }

  /** One segment per customer; each explains its scores and what would change the segment. */
  @Override
  public Segmentation segment(CustomerBase base) {
    RfmScores scores = scores(base);
    RfmReasons reasons = new RfmReasons(this, base);
    return Segmentation.of(
        this,
        base,
        row -> segmentIndex(scores.r(row), scores.f(row), scores.m(row)),
        reasons::reasons);
  }

  private int segmentIndex(int r, int f, int m) {
    return rules.index(levelOfR[r], levelOfF[f], levelOfM[m]);
  }

  private void requireCurrency(CustomerBase base) {
    if (!base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
  }

  private static AxisBins requireAxis(AxisBins bins, Axis axis) {
    if (bins.axis() != axis) {
      throw new IllegalArgumentException("axis is " + bins.axis() + ", it must be " + axis);
    }
    return bins;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RfmModel that
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
