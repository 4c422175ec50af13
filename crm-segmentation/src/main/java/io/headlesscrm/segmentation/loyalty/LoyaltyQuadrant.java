package io.headlesscrm.segmentation.loyalty;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Quadrants;
import io.headlesscrm.segmentation.grid.UncertaintyBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attitude against behaviour: true loyalty (both high), latent (attitude alone), spurious or inertial (behaviour alone),
 * none. Who buys again because there is no other way has no attitude and is not truly loyal, however often it buys: keep
 * exit barriers out of the attitude.
 *
 * <p>The paper gives no cut points, so that they are asked for, and with them the standard error of each axis: the share
 * of customers within one standard error of a cut is a notice of the model.
 *
 * <p>Source: A. S. Dick and K. Basu, Customer loyalty: toward an integrated conceptual framework, Journal of the Academy
 * of Marketing Science 22(2), 1994, doi:10.1177/0092070394222001.
 */
public final class LoyaltyQuadrant implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "loyalty";

  private static final Quadrants.Cells CELLS = new Quadrants.Cells(
      new Segment("true", "True loyalty", "绝对忠诚", 4),
      new Segment("latent", "Latent loyalty", "潜在忠诚", 3),
      new Segment("spurious", "Spurious loyalty", "惯性忠诚", 2),
      new Segment("none", "No loyalty", "非忠诚", 1));

  private final Quadrants quadrants;
  private final List<Double> standardErrors;

  private LoyaltyQuadrant(Quadrants quadrants, List<Double> standardErrors) {
    this.quadrants = quadrants;
    this.standardErrors = standardErrors;
  }

  /**
   * The quadrant. A customer on a cut is above it.
   *
   * @param attitude what the customer thinks, such as strength times differentiation of the preference
   * @param attitudeCut where that is high: the middle of the scale, the median, a benchmark
   * @param behaviour what the customer does: repeat rate, share of wallet, cross-buying
   * @param behaviourCut where that is high
   * @return the strategy, which does not know the standard errors
   */
  public static LoyaltyQuadrant of(
      Indicator attitude, CutPoint attitudeCut, Indicator behaviour, CutPoint behaviourCut) {
    return new LoyaltyQuadrant(
        new Quadrants(attitude, attitudeCut, behaviour, behaviourCut, CELLS), List.of());
  }

  /**
   * The same, with the errors of measurement.
   *
   * @param ofAttitude in its unit, at least 0
   * @param ofBehaviour in its unit, at least 0
   * @return the strategy
   */
  public LoyaltyQuadrant withStandardErrors(double ofAttitude, double ofBehaviour) {
    return new LoyaltyQuadrant(quadrants, List.of(ofAttitude, ofBehaviour));
  }

  @Override
  public GridModel fit(CustomerBase base) {
    Grid grid = quadrants.fit(requireNonNull(base, "base"));
    List<Reason> notices = new ArrayList<>(GridNotices.of(grid, base));
    if (base.size() > 0) {
      notices.add(band(grid, base));
    }
    return GridModel.of(KIND, base.currency(), grid, notices, "loyalty.advice.", provenance(base));
  }

  private Reason band(Grid grid, CustomerBase base) {
    if (standardErrors.isEmpty()) {
      return Reason.of("loyalty.no-error");
    }
    UncertaintyBand band = UncertaintyBand.of(grid, base, standardErrors);
    return Reason.of("loyalty.band").with("customers", band.size()).with("share", band.share());
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("attitude", quadrants.across() + " at " + quadrants.acrossCut());
    parameters.put("behaviour", quadrants.up() + " at " + quadrants.upCut());
    parameters.put("standardErrors", standardErrors.toString());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code loyalty: attitude at 3.0, behaviour at 0.5}. */
  @Override
  public String toString() {
    return KIND + ": " + quadrants.across().name() + " at " + quadrants.acrossCut() + ", "
        + quadrants.up().name() + " at " + quadrants.upCut();
  }
}
