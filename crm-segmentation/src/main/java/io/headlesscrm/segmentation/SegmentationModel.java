package io.headlesscrm.segmentation;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;

/**
 * A fitted strategy, frozen: gives customers that it has never seen their segment without fitting again. On the base
 * that it was fitted to it gives what the fit gave. Immutable and thread-safe.
 */
public interface SegmentationModel {

  /**
   * What kind of model this is, as JSON and {@link io.headlesscrm.core.customer.Assessment#kind()} name it.
   *
   * @return such as {@code rfm}
   */
  String kind();

  /**
   * Every segment that the model can give, the best one first where they are ranked.
   *
   * @return at least one, no code twice
   */
  List<Segment> segments();

  /**
   * Where the model comes from.
   *
   * @return method, parameters, window and number of customers of the fit
   */
  Provenance provenance();

  /**
   * What a reader of the result should know: ties, empty classes, too few customers.
   *
   * @return in a fixed order; empty when there is nothing to say
   */
  List<Reason> notices();

  /**
   * Gives every customer of a base a segment.
   *
   * @param base any; its values count in the units of the base of the fit
   * @return one segment per customer
   * @throws IllegalArgumentException when the base has another currency than that of the fit, or lacks a measure
   */
  Segmentation segment(CustomerBase base);
}
