package io.headlesscrm.segmentation.orientation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What customers buy for, frozen. A customer of whom one index is not known is not assessed. Immutable and thread-safe. */
public final class OrientationModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "orientation";

  private static final List<Segment> SEGMENTS = List.of(
      new Segment("price", "Price-sensitive", "价格敏感型", 0),
      new Segment("service", "Service-led", "服务主导型", 0),
      new Segment("product", "Product-led", "产品主导型", 0),
      new Segment("mixed", "Mixed", "混合型", 0),
      Segment.UNASSESSED);

  private static final int MIXED = 3;
  private static final int UNKNOWN = 4;

  private final Currency currency;
  private final List<Indicator> indicators;
  private final double minLead;
  private final List<Reason> notices;
  private final Provenance provenance;

  private OrientationModel(
      Currency currency,
      List<Indicator> indicators,
      double minLead,
      List<Reason> notices,
      Provenance provenance) {
    this.currency = requireNonNull(currency, "currency");
    this.indicators = List.copyOf(indicators);
    this.minLead = minLead;
    this.notices = List.copyOf(notices);
    this.provenance = requireNonNull(provenance, "provenance");
    if (indicators.size() != MIXED) {
      throw new IllegalArgumentException("there are " + indicators.size()
          + " indicators, there must be three: price, service, product. Maybe one got lost?");
    }
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param currency of the base of the fit
   * @param indicators price, service, product
   * @param minLead by how much the highest must lead
   * @param notices what a reader should know
   * @param provenance of the fit
   * @return the model
   */
  public static OrientationModel of(
      Currency currency,
      List<Indicator> indicators,
      double minLead,
      List<Reason> notices,
      Provenance provenance) {
    return new OrientationModel(currency, indicators, minLead, notices, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Price, service, product, mixed, and {@link Segment#UNASSESSED}; none is better than another one. */
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
   * The currency of the base of the fit.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return currency;
  }

  /**
   * What is compared.
   *
   * @return price, service, product
   */
  public List<Indicator> indicators() {
    return indicators;
  }

  /**
   * By how much the highest must lead.
   *
   * @return above 0
   */
  public double minLead() {
    return minLead;
  }

  /**
   * How far the highest index of a customer is ahead of the next one: how sure the type is.
   *
   * @param base with the indicators
   * @param row of the base
   * @return at least 0; NaN when an index is not known
   */
  public double lead(CustomerBase base, int row) {
    double[] values = values(base, row);
    int best = best(values);
    return best < 0 ? Double.NaN : values[best] - highestBut(best, values);
  }

  private double[] values(CustomerBase base, int row) {
    return indicators.stream()
        .mapToDouble(indicator -> indicator.value(base, row))
        .toArray();
  }

  /** The first of the highest ones; -1 when one is not known. */
  private static int best(double[] values) {
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return -1;
      }
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static double highestBut(int excluded, double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      highest = i == excluded ? highest : Math.max(highest, values[i]);
    }
    return highest;
  }

  /** Compared as a sum, so that the needed value of an explanation is exactly enough. */
  private int index(double[] values) {
    int best = best(values);
    if (best < 0) {
      return UNKNOWN;
    }
    return values[best] >= highestBut(best, values) + minLead ? best : MIXED;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    boolean matters = indicators.stream().anyMatch(Indicator::dependsOnCurrency);
    if (matters && !base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
    return Segmentation.of(
        this, base, row -> index(values(base, row)), row -> reasons(values(base, row)));
  }

  private List<Reason> reasons(double[] values) {
    int index = index(values);
    if (index == UNKNOWN) {
      return List.of(Reason.of("segmentation.unassessed"));
    }
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      reasons.add(Reason.of("orientation.value")
          .withValue("indicator", indicators.get(i).toReason())
          .with("value", values[i]));
    }
    int best = best(values);
    reasons.add(Reason.of("orientation.lead")
        .with("lead", values[best] - highestBut(best, values))
        .with("needed", minLead));
    for (int i = 0; i < values.length; i++) {
      if (i != index) {
        double needed = highestBut(i, values) + minLead;
        reasons.add(Reason.of("orientation.up")
            .withValue("indicator", indicators.get(i).toReason())
            .with("needed", needed)
            .with("distance", needed - values[i])
            .withValue("segment", SEGMENTS.get(i).toReason()));
      }
    }
    if (index != MIXED) {
      reasons.add(Reason.of("orientation.advice." + SEGMENTS.get(index).code()));
    }
    return reasons;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrientationModel that
        && currency.equals(that.currency)
        && indicators.equals(that.indicators)
        && Double.compare(minLead, that.minLead) == 0
        && notices.equals(that.notices)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * indicators.hashCode() + Double.hashCode(minLead);
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
