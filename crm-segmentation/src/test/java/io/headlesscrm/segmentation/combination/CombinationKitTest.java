package io.headlesscrm.segmentation.combination;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.StrategyKit;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationKitTest extends StrategyKit {

  private static final Measure BRANCH = Measure.of("branch", "");

  @Override
  protected SegmentationStrategy strategy() {
    return WithinGroups.of(BRANCH, Rfm.quintiles());
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    return Measures.withGaps(
        base, BRANCH, row -> Math.floor(3 * Measures.noise(base, row, BRANCH)));
  }

  @Test
  void segment_withinBranches_sameAsEachBranchAlone() {
    CustomerBase base = Bases.amounts(100, 200, 300, 10, 20, 30, 7, 8)
        .with(BRANCH, new double[] {1, 1, 1, 2, 2, 2, Double.NaN, 3});
    SegmentationStrategy inner = Abc.builder().limits(50, 84).build();
    WithinGroupsModel model = WithinGroups.of(BRANCH, inner).fit(base);
    Segmentation segments = model.segment(base);
    Segmentation second = inner.segment(base.only(row -> row >= 3 && row < 6));

    // 3 of 6 is 50 %, 5 of 6 is 83.3 %: A, B, C in both branches, whatever the size of the amounts
    assertThat(IntStream.range(0, 8).mapToObj(row -> segments.segment(row).code()))
        .containsExactly("C", "B", "A", "C", "B", "A", "Unassessed", "C");
    assertThat(segments.explain(4).reasons().get(0)).hasToString("in group 2 of 3 customers");
    assertThat(segments.explain(4).reasons().subList(1, 3))
        .isEqualTo(second.explain(CustomerId.of("e")).reasons().subList(0, 2));
    assertThat(model.notices()).hasToString("[fitted within 3 groups]");
    assertThat(model
            .segment(base.with(BRANCH, new double[] {9, 9, 9, 9, 9, 9, 9, 9}))
            .counts())
        .containsEntry(Segment.UNASSESSED, 8);
  }
}
