package io.headlesscrm.segmentation.satisfaction;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Satisfaction against loyalty: loyalist (both high) with the apostle at the corner, mercenary (satisfied but not loyal),
 * hostage (loyal but not satisfied), defector (neither) with the terrorist at the corner. High satisfaction is the top box
 * of five: the completely satisfied are far more loyal than the satisfied.
 *
 * <p>A hostage stays for want of a choice; that is false loyalty. With high competition hostages are those who leave next.
 *
 * <p>Source: T. O. Jones and W. E. Sasser, Why satisfied customers defect, Harvard Business Review 73(6), 1995.
 */
public final class SatisfactionLoyalty implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "satisfaction";

  private static final double SECOND_BOX = 2;
  private static final double TOP_BOX = 5;

  private static final Segment APOSTLE = new Segment("apostle", "Apostle", "传道者", 6);
  private static final Segment LOYALIST = new Segment("loyalist", "Loyalist", "忠诚者", 5);
  private static final Segment MERCENARY = new Segment("mercenary", "Mercenary", "图利者", 4);
  private static final Segment HOSTAGE = new Segment("hostage", "Hostage", "囚禁者", 3);
  private static final Segment DEFECTOR = new Segment("defector", "Defector", "背离者", 2);
  private static final Segment TERRORIST = new Segment("terrorist", "Terrorist", "破坏者", 1);

  private static final List<Segment> TYPES =
      List.of(APOSTLE, LOYALIST, MERCENARY, HOSTAGE, DEFECTOR, TERRORIST);

  private final Indicator satisfaction;
  private final Indicator loyalty;
  private final List<Double> loyaltyCuts;
  private final Competition competition;

  private SatisfactionLoyalty(
      Indicator satisfaction,
      Indicator loyalty,
      List<Double> loyaltyCuts,
      Competition competition) {
    this.satisfaction = requireNonNull(satisfaction, "satisfaction");
    this.loyalty = requireNonNull(loyalty, "loyalty");
    this.loyaltyCuts = loyaltyCuts;
    this.competition = requireNonNull(competition, "competition");
  }

  /**
   * Loyalty in [0, 1] is high from 0.5; the corners are below 0.2 and from 0.8.
   *
   * @param satisfaction on the scale of five boxes, 1 to 5
   * @param loyalty what the customer does, in [0, 1]
   * @param competition how easily customers can go elsewhere
   * @return the strategy
   */
  public static SatisfactionLoyalty of(
      Indicator satisfaction, Indicator loyalty, Competition competition) {
    return of(satisfaction, loyalty, 0.2, 0.5, 0.8, competition);
  }

  /**
   * Loyalty on a scale of the host's own.
   *
   * @param satisfaction on the scale of five boxes, 1 to 5
   * @param loyalty what the customer does
   * @param lowCorner below which an angry customer is a terrorist
   * @param high from where loyalty is high
   * @param highCorner from where a completely satisfied customer is an apostle
   * @param competition how easily customers can go elsewhere
   * @return the strategy
   */
  public static SatisfactionLoyalty of(
      Indicator satisfaction,
      Indicator loyalty,
      double lowCorner,
      double high,
      double highCorner,
      Competition competition) {
    return new SatisfactionLoyalty(
        satisfaction, loyalty, List.of(lowCorner, high, highCorner), competition);
  }

  @Override
  public GridModel fit(CustomerBase base) {
    List<GridAxis> axes = List.of(
        new GridAxis(satisfaction, List.of(SECOND_BOX, TOP_BOX)),
        new GridAxis(loyalty, loyaltyCuts));
    Grid grid = Grid.ofKnown(axes, TYPES, levels -> type(levels[0], levels[1]));
    String advice = competition.isHigh() ? "satisfaction.competitive." : "satisfaction.captive.";
    return GridModel.of(KIND, base.currency(), grid, notices(grid, base), advice, provenance(base));
  }

  /** Satisfaction: 0 the lowest box, 1 the middle ones, 2 the top box. Loyalty: 0 and 3 the corners, high from 2. */
  private static Segment type(int satisfied, int loyal) {
    if (satisfied == 2) {
      return loyal == 3 ? APOSTLE : (loyal == 2 ? LOYALIST : MERCENARY);
    }
    if (loyal >= 2) {
      return HOSTAGE;
    }
    return satisfied == 0 && loyal == 0 ? TERRORIST : DEFECTOR;
  }

  private List<Reason> notices(Grid grid, CustomerBase base) {
    List<Reason> notices = new ArrayList<>(GridNotices.of(grid, base));
    notices.add(Reason.of("satisfaction.competition").with("intensity", competition.intensity()));
    return notices;
  }

  /**
   * The falsely loyal who will leave: hostages, when competition is high. With low competition they are held.
   *
   * @param segmentation of this strategy
   * @return those first whose loyalty exceeds most what their satisfaction explains, ties by id; empty when competition
   *     is low
   */
  public List<CustomerId> hostagesWhoWillLeave(Segmentation segmentation) {
    if (!competition.isHigh()) {
      return List.of();
    }
    CustomerBase base = segmentation.base();
    return IntStream.range(0, segmentation.size())
        .filter(row -> segmentation.segment(row).equals(HOSTAGE))
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(row -> -unexplained(base, row))
            .thenComparing(Comparator.naturalOrder()))
        .map(base::customer)
        .toList();
  }

  private double unexplained(CustomerBase base, int row) {
    return loyalty.value(base, row) - competition.expectedLoyalty(satisfaction.value(base, row));
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("satisfaction", satisfaction.toString());
    parameters.put("loyalty", loyalty + " at " + loyaltyCuts);
    parameters.put("competition", Double.toString(competition.intensity()));
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code satisfaction: csat, loyalty at [0.2, 0.5, 0.8], competition 0.8}. */
  @Override
  public String toString() {
    return KIND + ": " + satisfaction.name() + ", " + loyalty.name() + " at " + loyaltyCuts
        + ", competition " + competition.intensity();
  }
}
