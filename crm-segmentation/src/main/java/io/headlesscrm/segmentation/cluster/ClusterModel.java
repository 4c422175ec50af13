package io.headlesscrm.segmentation.cluster;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Clusters, frozen: their centres. A customer is in the cluster whose centre is nearest. Immutable and thread-safe. */
public final class ClusterModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "cluster";

  private final Currency currency;
  private final List<Indicator> indicators;
  private final Standardisation scale;
  private final double[][] centres;
  private final int[] sizes;
  private final List<CandidateCount> candidates;
  private final List<Reason> notices;
  private final Provenance provenance;
  private final List<Segment> segments;

  private ClusterModel(
      Currency currency,
      List<Indicator> indicators,
      Standardisation scale,
      double[][] centres,
      int[] sizes,
      List<CandidateCount> candidates,
      List<Reason> notices,
      Provenance provenance) {
    this.currency = requireNonNull(currency, "currency");
    this.indicators = List.copyOf(indicators);
    this.scale = requireNonNull(scale, "scale");
    this.centres = Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    this.sizes = sizes.clone();
    this.candidates = List.copyOf(candidates);
    this.notices = List.copyOf(notices);
    this.provenance = requireNonNull(provenance, "provenance");
    boolean fits = centres.length > 0
        && centres.length == sizes.length
        && scale.means().size() == indicators.size()
        && Arrays.stream(centres).allMatch(centre -> centre.length == indicators.size());
    if (!fits) {
      throw new IllegalArgumentException("there are " + centres.length + " centres, " + sizes.length
          + " sizes and " + indicators.size()
          + " indicators, which do not fit. Maybe one got lost?");
    }
    this.segments = ClusterNames.segments(indicators, this.centres);
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param currency of the base of the fit
   * @param indicators what customers are compared by
   * @param scale how they become comparable
   * @param centres one per cluster, in standard deviations
   * @param sizes customers of the fit in each cluster
   * @param candidates what spoke for each number of clusters; none when the number was given
   * @param notices what a reader should know
   * @param provenance of the fit
   * @return the model
   */
  public static ClusterModel of(
      Currency currency,
      List<Indicator> indicators,
      Standardisation scale,
      double[][] centres,
      int[] sizes,
      List<CandidateCount> candidates,
      List<Reason> notices,
      Provenance provenance) {
    return new ClusterModel(
        currency, indicators, scale, centres, sizes, candidates, notices, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The clusters, named by what tells them apart, and {@link Segment#UNASSESSED}. */
  @Override
  public List<Segment> segments() {
    return segments;
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
   * What customers are compared by.
   *
   * @return at least one
   */
  public List<Indicator> indicators() {
    return indicators;
  }

  /**
   * How indicators become comparable.
   *
   * @return means and deviations of the fit
   */
  public Standardisation scale() {
    return scale;
  }

  /**
   * The centres in standard deviations.
   *
   * @return one per cluster; a copy
   */
  public double[][] centres() {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The customers of the fit in each cluster.
   *
   * @return a copy
   */
  public int[] sizes() {
    return sizes.clone();
  }

  /**
   * What spoke for each number of clusters.
   *
   * @return from one cluster up; empty when the number was given
   */
  public List<CandidateCount> candidates() {
    return candidates;
  }

  /**
   * What the customers of each cluster are like.
   *
   * @return in the order of the clusters
   */
  public List<ClusterProfile> profiles() {
    List<ClusterProfile> profiles = new ArrayList<>();
    for (int i = 0; i < centres.length; i++) {
      List<Double> means = new ArrayList<>();
      List<Double> scores = new ArrayList<>();
      for (int d = 0; d < centres[i].length; d++) {
        means.add(scale.value(d, centres[i][d]));
        scores.add(centres[i][d]);
      }
      profiles.add(new ClusterProfile(segments.get(i), sizes[i], means, scores));
    }
    return profiles;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    boolean matters = indicators.stream().anyMatch(Indicator::dependsOnCurrency);
    if (matters && !base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
    return Segmentation.of(this, base, row -> index(base, row), row -> reasons(base, row));
  }

  private double[] values(CustomerBase base, int row) {
    return indicators.stream().mapToDouble(each -> each.value(base, row)).toArray();
  }

  private int index(CustomerBase base, int row) {
    double[] values = values(base, row);
    boolean isKnown = Arrays.stream(values).noneMatch(Double::isNaN);
    return isKnown ? Lloyd.nearest(scale.scores(values), centres) : centres.length;
  }

  private List<Reason> reasons(CustomerBase base, int row) {
    int own = index(base, row);
    if (own == centres.length) {
      return List.of(Reason.of("segmentation.unassessed"));
    }
    double[] values = values(base, row);
    double[] scores = scale.scores(values);
    List<Reason> reasons = new ArrayList<>();
    for (int d = 0; d < values.length; d++) {
      reasons.add(Reason.of("cluster.value")
          .withValue("indicator", indicators.get(d).toReason())
          .with("value", values[d])
          .with("mean", scale.value(d, centres[own][d]))
          .with("score", scores[d]));
    }
    addNeighbour(scores, own, reasons);
    return reasons;
  }

  /** The other cluster whose border is nearest, straight towards its centre as seen from one's own centre. */
  private void addNeighbour(double[] scores, int own, List<Reason> reasons) {
    int neighbour = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < centres.length; other++) {
      double apart = Math.sqrt(Lloyd.squaredDistance(centres[own], centres[other]));
      double distance = (Lloyd.squaredDistance(scores, centres[other])
              - Lloyd.squaredDistance(scores, centres[own]))
          / (2 * apart);
      if (other != own && apart > 0 && distance < least) {
        least = distance;
        neighbour = other;
      }
    }
    if (neighbour >= 0) {
      reasons.add(Reason.of("cluster.neighbour")
          .with("distance", least)
          .withValue("segment", segments.get(neighbour).toReason()));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClusterModel that
        && currency.equals(that.currency)
        && indicators.equals(that.indicators)
        && scale.equals(that.scale)
        && Arrays.deepEquals(centres, that.centres)
        && Arrays.equals(sizes, that.sizes)
        && candidates.equals(that.candidates)
        && notices.equals(that.notices)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * indicators.hashCode() + Arrays.deepHashCode(centres);
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
