package io.headlesscrm.segmentation.cluster;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Clusters of similar customers: k-means on indicators in standard deviations. Give indicators that are not too skewed, or
 * the few largest customers make clusters of their own. Customers with a missing value are in no cluster. The number of
 * clusters and the best of several starts are found on a seeded sample; from there the centres move on all customers. The same base and seed give the same bits, whatever the
 * order of rows.
 *
 * <pre>{@code
 * ClusterModel model = KMeans.builder(indicators).seed(7).build().fit(base);
 * model.profiles();
 * }</pre>
 */
public final class KMeans implements SegmentationStrategy {

  /** From the best centres of the sample it is not far; a million customers take some seconds. */
  private static final int ROUNDS_ON_ALL = 50;

  private final List<Indicator> indicators;
  private final int clusters;
  private final int most;
  private final long seed;
  private final int starts;
  private final int sampleSize;

  private KMeans(Builder builder) {
    this.indicators = builder.indicators;
    this.clusters = builder.clusters;
    this.most = builder.most;
    this.seed = builder.seed;
    this.starts = builder.starts;
    this.sampleSize = builder.sampleSize;
  }

  /**
   * Starts a strategy.
   *
   * @param indicators what customers are compared by, at least one
   * @return a builder that lets silhouette and gap choose up to 8 clusters, with seed 1
   */
  public static Builder builder(List<Indicator> indicators) {
    return new Builder(indicators);
  }

  @Override
  public ClusterModel fit(CustomerBase base) {
    double[][] raw = known(base);
    Standardisation scale = Standardisation.of(raw, indicators.size());
    double[][] points = Arrays.stream(raw).map(scale::scores).toArray(double[][]::new);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] sample = sample(points, random.split());
    List<CandidateCount> candidates = clusters > 0 || points.length == 0
        ? List.of()
        : new ClusterCount(sample, most, starts, random.split()).candidates();
    int k = clusters > 0 ? clusters : ClusterCount.choose(candidates);
    double[][] centres = points.length == 0
        ? new double[1][indicators.size()]
        : Lloyd.moved(points, Lloyd.centres(sample, k, starts, random.split()), ROUNDS_ON_ALL);
    double[][] ordered = ordered(centres);
    return ClusterModel.of(
        base.currency(),
        indicators,
        scale,
        ordered,
        sizes(points, ordered),
        candidates,
        notices(base, raw.length, ordered.length),
        provenance(base));
  }

  private double[][] known(CustomerBase base) {
    List<double[]> known = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      int current = row;
      double[] values =
          indicators.stream().mapToDouble(each -> each.value(base, current)).toArray();
      if (Arrays.stream(values).noneMatch(Double::isNaN)) {
        known.add(values);
      }
    }
    return known.toArray(double[][]::new);
  }

  /** Each point has the same chance; the order of rows is that of the ids, so that a seed gives the same points. */
  private double[][] sample(double[][] points, SplittableRandom random) {
    if (points.length <= sampleSize) {
      return points;
    }
    double[][] shuffled = points.clone();
    for (int i = 0; i < sampleSize; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      double[] moved = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = moved;
    }
    return Arrays.copyOf(shuffled, sampleSize);
  }

  /**
   * Clusters are numbered by their centres in half standard deviations, the highest first indicator first: names depend
   * neither on the starts nor on a hair's breadth.
   */
  private static double[][] ordered(double[][] centres) {
    double[][] ordered = centres.clone();
    Arrays.sort(
        ordered,
        Comparator.comparing(KMeans::halves, Arrays::compare)
            .thenComparing(centre -> centre, Arrays::compare)
            .reversed());
    return ordered;
  }

  private static double[] halves(double[] centre) {
    return Arrays.stream(centre).map(score -> Math.rint(2 * score) / 2 + 0.0).toArray();
  }

  private static int[] sizes(double[][] points, double[][] centres) {
    int[] sizes = new int[centres.length];
    for (double[] point : points) {
      sizes[Lloyd.nearest(point, centres)]++;
    }
    return sizes;
  }

  private List<Reason> notices(CustomerBase base, int known, int found) {
    if (base.size() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    List<Reason> notices = new ArrayList<>();
    if (known < base.size()) {
      notices.add(Reason.of("cluster.missing").with("customers", base.size() - known));
    }
    if (found == 1) {
      notices.add(Reason.of("cluster.one"));
    } else if (found < clusters) {
      notices.add(Reason.of("cluster.fewer").with("found", found).with("asked", clusters));
    }
    return notices;
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("indicators", indicators.toString());
    parameters.put("clusters", clusters > 0 ? Integer.toString(clusters) : "up to " + most);
    parameters.put("seed", Long.toString(seed));
    parameters.put("starts", Integer.toString(starts));
    parameters.put("sampleSize", Integer.toString(sampleSize));
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(ClusterModel.KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code cluster by [recency, spend], seed 7}. */
  @Override
  public String toString() {
    return ClusterModel.KIND + " by "
        + IntStream.range(0, indicators.size())
            .mapToObj(i -> indicators.get(i).name())
            .toList()
        + ", seed " + seed;
  }

  /** Chooses number, seed and starts. */
  public static final class Builder {

    private final List<Indicator> indicators;
    private int clusters;
    private int most = 8;
    private long seed = 1;
    private int starts = 10;
    private int sampleSize = 10_000;

    private Builder(List<Indicator> indicators) {
      this.indicators = List.copyOf(indicators);
      if (indicators.isEmpty()) {
        throw new IllegalArgumentException(
            "there is no indicator, there must be at least one. Maybe the list was not filled?");
      }
    }

    /**
     * A fixed number of clusters.
     *
     * @param count 1 to 100; default none, then silhouette and gap choose
     * @return this builder
     */
    public Builder clusters(int count) {
      clusters = within(1, count, 100, "clusters");
      return this;
    }

    /**
     * Up to how many clusters are tried.
     *
     * @param count 2 to 30, default 8
     * @return this builder
     */
    public Builder upTo(int count) {
      most = within(2, count, 30, "upTo");
      return this;
    }

    /**
     * What all random choices start from.
     *
     * @param seed any, default 1
     * @return this builder
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * How often k-means starts; the tightest result counts.
     *
     * @param count 1 to 1,000, default 10
     * @return this builder
     */
    public Builder starts(int count) {
      starts = within(1, count, 1_000, "starts");
      return this;
    }

    /**
     * On how many customers the number of clusters is chosen and k-means starts.
     *
     * @param customers 10 to 100,000, default 10,000; the silhouette needs the distance of every two of them
     * @return this builder
     */
    public Builder sampleSize(int customers) {
      sampleSize = within(10, customers, 100_000, "sampleSize");
      return this;
    }

    private static int within(int least, int value, int most, String name) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            name + " is " + value + ", it must be from " + least + " to " + most);
      }
      return value;
    }

    /**
     * The strategy.
     *
     * @return immutable
     */
    public KMeans build() {
      return new KMeans(this);
    }
  }
}
