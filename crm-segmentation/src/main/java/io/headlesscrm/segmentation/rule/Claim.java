package io.headlesscrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.Measure;

/**
 * A rule set claims that a better value of a measure never lowers the rank of the segment.
 *
 * @param measure of the base
 * @param moreIsBetter false where less is, as for days since the last purchase
 */
public record Claim(Measure measure, boolean moreIsBetter) {

  public Claim {
    requireNonNull(measure, "measure");
  }
}
