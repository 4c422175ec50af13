package io.headlesscrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.stability.CrossTabulation;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterKitTest extends StrategyKit {

  private static final Measure X = Measure.of("x", "");
  private static final Measure Y = Measure.of("y", "");
  private static final List<Indicator> PLANE = List.of(Indicator.of(X), Indicator.of(Y));

  @Override
  protected SegmentationStrategy strategy() {
    return KMeans.builder(List.of(Indicator.spend(), Indicator.of(X)))
        .seed(3)
        .starts(2)
        .upTo(4)
        .build();
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    return Measures.withGaps(base, X, row -> Measures.noise(base, row, X));
  }

  /** Points around four centres at the corners of a square of 10, each spread by 1, with its corner as the truth. */
  private static CustomerBase planted(int size, long seed) {
    Random random = new Random(seed);
    List<Customer> customers = new ArrayList<>();
    double[] x = new double[size];
    double[] y = new double[size];
    for (int row = 0; row < size; row++) {
      customers.add(Bases.customer("c%05d".formatted(row), 1, 1, 100));
      x[row] = 10 * (row % 2) + random.nextGaussian();
      y[row] = 10 * (row / 2 % 2) + random.nextGaussian();
    }
    return Bases.of(customers).with(X, x).with(Y, y);
  }

  private static Segmentation truth(CustomerBase base) {
    return ValueMatrix.of(Indicator.of(X), CutPoint.at(5), Indicator.of(Y), CutPoint.at(5))
        .segment(base);
  }

  @Test
  void fit_fourPlantedClusters_recoveredAndCounted() {
    CustomerBase base = planted(600, 21);
    ClusterModel model = KMeans.builder(PLANE).build().fit(base);

    assertThat(model.centres()).hasDimensions(4, 2);
    assertThat(CrossTabulation.of(model.segment(base), truth(base)).adjustedRand())
        .isGreaterThanOrEqualTo(0.95);
    assertThat(model.profiles())
        .extracting(profile -> profile.segment().name())
        .containsExactly(
            "Cluster 1: high x, high y",
            "Cluster 2: high x, low y",
            "Cluster 3: low x, high y",
            "Cluster 4: low x, low y");
    assertThat(model.profiles().get(0).means().get(0)).isCloseTo(10, within(0.3));
    assertThat(model.candidates()).hasSize(8);
  }

  @Test
  void fit_samePointsAllAround_oneCluster() {
    Random random = new Random(5);
    CustomerBase base = planted(300, 1);
    double[] x = random.doubles(300).toArray();
    double[] y = random.doubles(300).toArray();
    ClusterModel model = KMeans.builder(PLANE).build().fit(base.with(X, x).with(Y, y));

    assertThat(model.centres()).hasNumberOfRows(1);
    assertThat(model.notices())
        .extracting(Object::toString)
        .containsExactly("the figures form no groups: there is one cluster");
  }

  @Test
  void fit_moreThanTheSample_sameBitsForEveryOrderOfRows() {
    CustomerBase base = planted(400, 8);
    List<Customer> customers = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      customers.add(Bases.customer(base.customer(row).value(), 1, 1, 100));
    }
    Collections.shuffle(customers, new Random(2));
    CustomerBase other = Bases.of(customers).with(X, base.values(X)).with(Y, base.values(Y));
    KMeans strategy = KMeans.builder(PLANE).sampleSize(100).seed(9).build();

    assertThat(strategy.fit(other)).isEqualTo(strategy.fit(base));
    assertThat(KMeans.builder(PLANE).sampleSize(100).seed(10).build().fit(base).centres())
        .hasNumberOfRows(4);
  }

  @Test
  void fit_fewerDifferentCustomersThanClusters_saidSo() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1)
        .with(X, new double[] {1, 1, 5, Double.NaN})
        .with(Y, new double[] {2, 2, 2, 2});
    ClusterModel model = KMeans.builder(PLANE).clusters(3).build().fit(base);

    assertThat(model.sizes()).containsExactly(1, 2);
    assertThat(model.notices())
        .extracting(Object::toString)
        .containsExactly(
            "1 customer has a missing value and is in no cluster",
            "2 clusters were found where 3 were asked for: no more customers differ");
    assertThat(model.segment(base).segment(2).name()).isEqualTo("Cluster 1: high x");
    assertThatThrownBy(() -> KMeans.builder(PLANE).clusters(0))
        .hasMessageContaining("clusters is 0");
    assertThatThrownBy(() -> KMeans.builder(List.of())).hasMessageContaining("no indicator");
  }

  /** Walking from the own centre's side straight towards the other centre, the border is where it is said to be. */
  @Test
  void explain_distanceToTheBorder_crossingItChangesTheCluster() {
    CustomerBase base = planted(500, 4);
    ClusterModel model = KMeans.builder(PLANE).clusters(4).build().fit(base);
    Segmentation segments = model.segment(base);
    for (int row = 0; row < base.size(); row++) {
      int own = model.segments().indexOf(segments.segment(row));
      List<Reason> reasons = segments.explain(row).reasons();
      Reason neighbour = reasons.get(reasons.size() - 1);
      int other = neighbourOf(model, neighbour);
      double distance = (Double) neighbour.values().get("distance");

      assertThat(moved(model, base, row, own, other, distance * (1 + 1e-9) + 1e-12))
          .isNotEqualTo(own);
      assertThat(moved(model, base, row, own, other, distance * (1 - 1e-9) - 1e-12))
          .isEqualTo(own);
    }
  }

  private static int neighbourOf(ClusterModel model, Reason neighbour) {
    for (int i = 0; i < model.segments().size(); i++) {
      if (model.segments().get(i).toReason().equals(neighbour.values().get("segment"))) {
        return i;
      }
    }
    throw new AssertionError(neighbour);
  }

  private static int moved(
      ClusterModel model, CustomerBase base, int row, int own, int other, double distance) {
    double[] from = model.centres()[own];
    double[] to = model.centres()[other];
    double apart = Math.hypot(to[0] - from[0], to[1] - from[1]);
    double x = base.value(X, row)
        + model.scale().deviations().get(0) * distance * (to[0] - from[0]) / apart;
    double y = base.value(Y, row)
        + model.scale().deviations().get(1) * distance * (to[1] - from[1]) / apart;
    CustomerBase one = Bases.amounts(1).with(X, new double[] {x}).with(Y, new double[] {y});
    return model.segments().indexOf(model.segment(one).segment(0));
  }
}
