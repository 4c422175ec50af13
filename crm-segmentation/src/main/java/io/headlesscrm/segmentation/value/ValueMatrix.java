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
 * Current value against potential value: key (both high), keep (current alone), grow (potential alone), watch (neither).
 * Grading by volume alone loses the small customers who could become large; this does not: a customer of high potential
 * is never in the lowest segment.
 *
 * <pre>{@code
 * Indicator potential = Indicator.index("potential", "潜力",
 *     List.of(Part.of(Potential.OPEN_WALLET, 0, 50_000), Part.of(Potential.GROWTH, -1, 1)));
 * Segmentation matrix = ValueMatrix.of(Indicator.spend(), potential).segment(base);
 * }</pre>
 *
 * <p>Source: P. C. Verhoef and B. Donkers, Predicting customer potential value: an application in the insurance industry,
 * Decision Support Systems 32(2), 2001, doi:10.1016/S0167-9236(01)00110-5.
 */
public final class ValueMatrix implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "value";

  private static final String ADVICE = "value.advice.";

  private static final Quadrants.Cells VALUE = new Quadrants.Cells(
      new Segment("key", "Key", "重点客户", 4),
      new Segment("keep", "Keep", "保持客户", 2),
      new Segment("grow", "Grow", "发展客户", 3),
      new Segment("watch", "Watch", "观察客户", 1));

  private static final Quadrants.Cells MATURITY = new Quadrants.Cells(
      new Segment("mature-good", "Mature, good", "优质成熟型客户", 4),
      new Segment("mature-poor", "Mature, poor", "普通成熟型客户", 2),
      new Segment("potential-good", "Potential, good", "优质潜在型客户", 3),
      new Segment("potential-poor", "Potential, poor", "普通潜在型客户", 1));

  private final Quadrants quadrants;

  private ValueMatrix(Quadrants quadrants) {
    this.quadrants = quadrants;
  }

  /**
   * Both values cut at their upper medians.
   *
   * @param current what the customer brings
   * @param potential what the customer could bring: open wallet, growth, interest
   * @return the strategy
   */
  public static ValueMatrix of(Indicator current, Indicator potential) {
    return of(current, CutPoint.median(), potential, CutPoint.median());
  }

  /**
   * Both values cut where the host says. A customer on a cut is above it.
   *
   * @param current what the customer brings
   * @param currentCut where that is high
   * @param potential what the customer could bring
   * @param potentialCut where that is high
   * @return the strategy
   */
  public static ValueMatrix of(
      Indicator current, CutPoint currentCut, Indicator potential, CutPoint potentialCut) {
    return new ValueMatrix(new Quadrants(current, currentCut, potential, potentialCut, VALUE));
  }

  /**
   * Mature and potential customers, good and poor ones: the other two axes of practice. A customer on a cut is above it.
   *
   * @param maturity how settled the relationship is, such as its age
   * @param maturityCut from where a customer is mature
   * @param quality how good the customer is, such as its margin
   * @param qualityCut from where a customer is good
   * @return the strategy
   */
  public static ValueMatrix ofMaturity(
      Indicator maturity, CutPoint maturityCut, Indicator quality, CutPoint qualityCut) {
    return new ValueMatrix(new Quadrants(maturity, maturityCut, quality, qualityCut, MATURITY));
  }

  @Override
  public GridModel fit(CustomerBase base) {
    Grid grid = quadrants.fit(requireNonNull(base, "base"));
    return GridModel.of(
        KIND, base.currency(), grid, GridNotices.of(grid, base), ADVICE, provenance(base));
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("first", quadrants.across() + " at " + quadrants.acrossCut());
    parameters.put("second", quadrants.up() + " at " + quadrants.upCut());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code value: spend at quantile 0.5, potential at quantile 0.5}. */
  @Override
  public String toString() {
    return KIND + ": " + quadrants.across().name() + " at " + quadrants.acrossCut() + ", "
        + quadrants.up().name() + " at " + quadrants.upCut();
  }
}
