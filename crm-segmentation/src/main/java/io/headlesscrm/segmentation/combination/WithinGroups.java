package io.headlesscrm.segmentation.combination;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A strategy fitted within each group, such as a country, a service or a branch, so that a customer is compared with its
 * like. The group of a customer is a measure of the base, a number that the host gives each group; customers without one
 * are not assessed.
 *
 * <pre>{@code
 * Segmentation rfm = WithinGroups.of(Measure.of("branch", ""), Rfm.quintiles()).segment(base);
 * }</pre>
 */
public final class WithinGroups implements SegmentationStrategy {

  private final Measure group;
  private final SegmentationStrategy strategy;

  private WithinGroups(Measure group, SegmentationStrategy strategy) {
    this.group = requireNonNull(group, "group");
    this.strategy = requireNonNull(strategy, "strategy");
  }

  /**
   * The strategy within groups.
   *
   * @param group the number of each customer's group
   * @param strategy fitted to each group alone
   * @return the strategy
   */
  public static WithinGroups of(Measure group, SegmentationStrategy strategy) {
    return new WithinGroups(group, strategy);
  }

  @Override
  public WithinGroupsModel fit(CustomerBase base) {
    double[] groups = base.values(group);
    NavigableMap<Double, SegmentationModel> models = new TreeMap<>();
    for (double number : groups) {
      if (!Double.isNaN(number)) {
        models.computeIfAbsent(number, key -> strategy.fit(base.only(row -> groups[row] == key)));
      }
    }
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("group", group.toString());
    parameters.put("strategy", strategy.toString());
    return WithinGroupsModel.of(
        group,
        models,
        Provenance.of(WithinGroupsModel.KIND, parameters, base.window(), base.size()));
  }

  /** Such as {@code rfm... within branch}. */
  @Override
  public String toString() {
    return strategy + " within " + group;
  }
}
