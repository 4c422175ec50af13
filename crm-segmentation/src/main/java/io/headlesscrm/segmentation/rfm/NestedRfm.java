package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * RFM with nested binning: recency is cut over all customers, frequency within each recency score, the amount within each
 * pair of the two. The cells are of about equal size, where those of {@link Rfm} follow the customers; in return a score
 * means another thing in each cell: a frequency of 4 among the recent is more than among the silent.
 *
 * <p>Source: A. M. Hughes, Strategic Database Marketing, 1994, chapter 5 (exact quintiles); Blattberg, Kim and Neslin,
 * Database Marketing, 2008, section 12.2, doi:10.1007/978-0-387-72579-6.
 */
public final class NestedRfm implements SegmentationStrategy {

  private final int bins;
  private final Binning binning;
  private final RfmRules rules;

  private NestedRfm(int bins, Binning binning, RfmRules rules) {
    this.bins = bins;
    this.binning = binning;
    this.rules = rules;
  }

  /**
   * Five bins on each axis, equal values together in the lower one, and the 25-cell map.
   *
   * @return the strategy
   */
  public static NestedRfm quintiles() {
    return of(5, Binning.TIES_LOW, RfmRules.standard());
  }

  /**
   * Bins and rules of the host's own.
   *
   * @param bins on each axis, 2 to 20
   * @param binning what happens to equal values
   * @param rules which scores make which segment
   * @return the strategy
   */
  public static NestedRfm of(int bins, Binning binning, RfmRules rules) {
    if (bins < 2 || bins > 20) {
      throw new IllegalArgumentException(
          "bins is " + bins + ", it must be from 2 to 20. Maybe 5 is what you want?");
    }
    return new NestedRfm(bins, requireNonNull(binning, "binning"), requireNonNull(rules, "rules"));
  }

  @Override
  public NestedRfmModel fit(CustomerBase base) {
    QuantilePlan plan = new QuantilePlan(bins, binning);
    AxisBins recency = plan.fit(Axis.RECENCY, base);
    List<AxisBins> frequency = new ArrayList<>();
    List<AxisBins> monetary = new ArrayList<>();
    for (int r = 1; r <= bins; r++) {
      CustomerBase alike = withScore(base, recency, r);
      AxisBins within = plan.fit(Axis.FREQUENCY, alike);
      frequency.add(within);
      for (int f = 1; f <= bins; f++) {
        monetary.add(plan.fit(Axis.MONETARY, withScore(alike, within, f)));
      }
    }
    return NestedRfmModel.of(
        base.currency(), recency, frequency, monetary, rules, provenance(base));
  }

  private static CustomerBase withScore(CustomerBase base, AxisBins cut, int score) {
    return base.only(row -> cut.score(cut.axis().value(base, row), base.customer(row)) == score);
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("bins", bins + " " + binning);
    parameters.put("rules", rules.name());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(NestedRfmModel.KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code nested-rfm of 5 ties-low by standard}. */
  @Override
  public String toString() {
    return NestedRfmModel.KIND + " of " + bins + " " + binning + " by " + rules.name();
  }
}
