package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.segmentation.rule.RuleSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a segmentation can look at.
 *
 * @param base the customers with all measures that were brought
 * @param log their purchases
 * @param rules of the host's own, if any
 */
record SegmentationInput(CustomerBase base, PurchaseLog log, Optional<RuleSet> rules) {

  boolean has(Measure... measures) {
    return Arrays.stream(measures).allMatch(base::has);
  }
}
