package io.headlesscrm.segmentation.value;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Quadrants;
import java.util.Map;
import java.util.TreeMap;

/**
 * Growing, profitable and low-profit customers. Growth comes first: who grows is growing whatever the margin, for growth
 * is what a margin can be made of; of the others the margin decides.
 */
public final class ProfitGrowth implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "profit-growth";

  private static final Segment GROWING = new Segment("growing", "Growing", "成长性客户", 3);
  private static final Quadrants.Cells CELLS = new Quadrants.Cells(
      GROWING,
      new Segment("profitable", "Profitable", "盈利客户", 2),
      GROWING,
      new Segment("low-profit", "Low-profit", "低利润客户", 1));

  private final Quadrants quadrants;

  private ProfitGrowth(Quadrants quadrants) {
    this.quadrants = quadrants;
  }

  /**
   * The strategy.
   *
   * @param margin what the customer leaves
   * @param marginCut from where a customer is profitable
   * @param growth how fast the customer grows, such as {@link Potential#GROWTH}
   * @param growthCut from where a customer is growing
   * @return immutable
   */
  public static ProfitGrowth of(
      Indicator margin, CutPoint marginCut, Indicator growth, CutPoint growthCut) {
    return new ProfitGrowth(new Quadrants(margin, marginCut, growth, growthCut, CELLS));
  }

  @Override
  public GridModel fit(CustomerBase base) {
    Grid grid = quadrants.fit(requireNonNull(base, "base"));
    return GridModel.of(
        KIND, base.currency(), grid, GridNotices.of(grid, base), "value.advice.", provenance(base));
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("margin", quadrants.across() + " at " + quadrants.acrossCut());
    parameters.put("growth", quadrants.up() + " at " + quadrants.upCut());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code profit-growth: margin at 0.0, growth at 0.2}. */
  @Override
  public String toString() {
    return KIND + ": " + quadrants.across().name() + " at " + quadrants.acrossCut() + ", "
        + quadrants.up().name() + " at " + quadrants.upCut();
  }
}
