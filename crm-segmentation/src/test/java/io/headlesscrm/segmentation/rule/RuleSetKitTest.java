package io.headlesscrm.segmentation.rule;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.GridKit;
import io.headlesscrm.segmentation.Measures;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;

class RuleSetKitTest extends GridKit {

  private static final Measure SCORE = Measure.of("score", "points");

  @Override
  protected SegmentationStrategy strategy() {
    return RuleSet.builder("kit")
        .rule(
            Segment.of("Good", "好", 3),
            Condition.atLeast(SCORE, 0.5),
            Condition.above(Measure.FREQUENCY, 3))
        .rule(Segment.of("Fair", "中", 2), Condition.above(SCORE, 0.25))
        .rule(Segment.of("Frequent", "频", 2), Condition.atLeast(Measure.FREQUENCY, 6))
        .otherwise(Segment.of("Rest", "其他", 1))
        .build();
  }

  @Override
  protected CustomerBase prepared(CustomerBase base) {
    return Measures.withGaps(base, SCORE, row -> Measures.noise(base, row, SCORE));
  }
}
