package io.headlesscrm.segmentation.combination;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;

/**
 * Two strategies crossed: each combination of their segments is a segment, such as AX and CZ of ABC and XYZ.
 *
 * <pre>{@code
 * CustomerBase regular = DemandRegularity.addVariation(base, log, 30, 12);
 * Segmentation abcXyz = Crossing.of(Abc.byValue(), DemandRegularity.standard()).segment(regular);
 * }</pre>
 */
public final class Crossing implements SegmentationStrategy {

  private final SegmentationStrategy first;
  private final SegmentationStrategy second;

  private Crossing(SegmentationStrategy first, SegmentationStrategy second) {
    this.first = requireNonNull(first, "first");
    this.second = requireNonNull(second, "second");
  }

  /**
   * The crossing.
   *
   * @param first whose codes come first
   * @param second whose codes come second
   * @return the strategy
   */
  public static Crossing of(SegmentationStrategy first, SegmentationStrategy second) {
    return new Crossing(first, second);
  }

  @Override
  public CrossingModel fit(CustomerBase base) {
    return CrossingModel.of(first.fit(base), second.fit(base));
  }

  /** Such as {@code abc of ... x xyz at 0.5 and 1.0}. */
  @Override
  public String toString() {
    return first + " x " + second;
  }
}
