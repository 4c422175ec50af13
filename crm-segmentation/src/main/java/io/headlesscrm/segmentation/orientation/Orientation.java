package io.headlesscrm.segmentation.orientation;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Price-sensitive, service-led and product-led buyers: each is an index of discounts taken, of the services chosen, of
 * items and surveys; the highest index decides, and its lead over the next one is how sure that is. Without a clear lead a
 * buyer is mixed.
 *
 * <pre>{@code
 * Indicator price = Indicator.index("price", "价格", List.of(Part.of(discountShare, 0, 1), Part.of(pricePoll, 1, 5)));
 * Segmentation types = Orientation.of(price, service, product, 0.1).segment(base);
 * }</pre>
 */
public final class Orientation implements SegmentationStrategy {

  private final List<Indicator> indicators;
  private final double minLead;

  private Orientation(List<Indicator> indicators, double minLead) {
    this.indicators = indicators;
    this.minLead = minLead;
  }

  /**
   * The strategy.
   *
   * @param price how strongly the customer goes for the price
   * @param service how strongly for the service
   * @param product how strongly for the product; all three on one scale, such as indices in [0, 1]
   * @param minLead by how much the highest must lead, above 0
   * @return immutable
   */
  public static Orientation of(
      Indicator price, Indicator service, Indicator product, double minLead) {
    if (!(minLead > 0) || Double.isInfinite(minLead)) {
      throw new IllegalArgumentException(
          "minLead is " + minLead + ", it must be above 0. Maybe 0.1 on a scale from 0 to 1?");
    }
    return new Orientation(List.of(price, service, product), minLead);
  }

  @Override
  public OrientationModel fit(CustomerBase base) {
    return OrientationModel.of(
        base.currency(), indicators, minLead, notices(base), provenance(base));
  }

  private List<Reason> notices(CustomerBase base) {
    if (base.size() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    List<Reason> notices = new ArrayList<>();
    for (Indicator indicator : indicators) {
      long missing = 0;
      for (double value : indicator.values(base)) {
        missing += Double.isNaN(value) ? 1 : 0;
      }
      if (missing > 0) {
        notices.add(Reason.of("grid.notice.missing")
            .withValue("indicator", indicator.toReason())
            .with("customers", missing));
      }
    }
    return notices;
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("indicators", indicators.toString());
    parameters.put("minLead", Double.toString(minLead));
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(OrientationModel.KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code orientation by a lead of 0.1}. */
  @Override
  public String toString() {
    return OrientationModel.KIND + " by a lead of " + minLead;
  }
}
