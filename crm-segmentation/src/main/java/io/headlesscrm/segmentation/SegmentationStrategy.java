package io.headlesscrm.segmentation;

import io.headlesscrm.core.purchase.CustomerBase;

/**
 * A way to tell customers apart. It looks at a base once and freezes what it found, such as cut points, in a model.
 *
 * <p>Further figures (margin, attitude, satisfaction) reach a strategy as measures of the base. A strategy is immutable
 * and thread-safe, and gives the same model for the same base.
 */
@FunctionalInterface
public interface SegmentationStrategy {

  /**
   * Fits the strategy to a base.
   *
   * @param base any size; a strategy has an answer for no customers too
   * @return a frozen model
   * @throws IllegalArgumentException when the base lacks a measure that the strategy needs, or holds values that the
   *     strategy was told to refuse
   */
  SegmentationModel fit(CustomerBase base);

  /**
   * Fits the strategy to a base and segments the same base.
   *
   * @param base as for {@link #fit}
   * @return one segment per customer
   */
  default Segmentation segment(CustomerBase base) {
    return fit(base).segment(base);
  }
}
