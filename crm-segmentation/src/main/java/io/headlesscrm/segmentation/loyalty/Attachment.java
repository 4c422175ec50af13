package io.headlesscrm.segmentation.loyalty;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.grid.Quadrants;
import java.util.Map;
import java.util.TreeMap;

/**
 * The four degrees of attachment that attitude is made of: how strong a preference is against how clearly it tells one
 * supplier from the others. Strong and clear is the highest; weaker but different comes next; strong without a difference
 * means several brands; positive without any is the lowest.
 *
 * <p>Source: A. S. Dick and K. Basu, Customer loyalty, Journal of the Academy of Marketing Science 22(2), 1994, figure 2,
 * doi:10.1177/0092070394222001.
 */
public final class Attachment implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "attachment";

  /** Strength times differentiation, both scaled, in [0, 1]. */
  public static final Measure ATTITUDE = Measure.of("attitude", "");

  private static final Quadrants.Cells CELLS = new Quadrants.Cells(
      new Segment("strong", "Strong attachment", "强依恋", 4),
      new Segment("multi-brand", "Several brands", "多品牌依恋", 2),
      new Segment("medium", "Medium attachment", "中等依恋", 3),
      new Segment("lowest", "Lowest attachment", "最低依恋", 1));

  private final Quadrants quadrants;

  private Attachment(Quadrants quadrants) {
    this.quadrants = quadrants;
  }

  /**
   * The strategy. A customer on a cut is above it.
   *
   * @param strength of the preference
   * @param strengthCut where it is strong
   * @param differentiation from other suppliers
   * @param differentiationCut where it is clear
   * @return immutable
   */
  public static Attachment of(
      Indicator strength,
      CutPoint strengthCut,
      Indicator differentiation,
      CutPoint differentiationCut) {
    return new Attachment(
        new Quadrants(strength, strengthCut, differentiation, differentiationCut, CELLS));
  }

  /**
   * Adds {@link #ATTITUDE}.
   *
   * @param base with both measures
   * @param strength of the preference, on its scale
   * @param differentiation from other suppliers, on its scale
   * @return a base with the measure; missing where one of the two is
   */
  public static CustomerBase addAttitude(CustomerBase base, Part strength, Part differentiation) {
    double[] attitude = new double[base.size()];
    for (int row = 0; row < attitude.length; row++) {
      attitude[row] = strength.scaled(base.value(strength.measure(), row))
          * differentiation.scaled(base.value(differentiation.measure(), row));
    }
    return base.with(ATTITUDE, attitude);
  }

  @Override
  public GridModel fit(CustomerBase base) {
    Grid grid = quadrants.fit(requireNonNull(base, "base"));
    return GridModel.of(
        KIND, base.currency(), grid, GridNotices.of(grid, base), null, provenance(base));
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("strength", quadrants.across() + " at " + quadrants.acrossCut());
    parameters.put("differentiation", quadrants.up() + " at " + quadrants.upCut());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code attachment: strength at 3.0, differentiation at 3.0}. */
  @Override
  public String toString() {
    return KIND + ": " + quadrants.across().name() + " at " + quadrants.acrossCut() + ", "
        + quadrants.up().name() + " at " + quadrants.upCut();
  }
}
