package io.headlesscrm.segmentation.loyalty;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The five marks of a loyal customer, each told from a measure of the base that reaches a bound. A measure that is not
 * known shows no mark. Immutable and thread-safe.
 */
public final class LoyaltyMarks {

  /** Share of the faults after which the customer bought again, in [0, 1]. */
  public static final Measure FAULT_TOLERANCE = LoyaltyMeasure.FAULT_TOLERANCE.measure("");

  private final Map<Mark, Bound> bounds;

  private LoyaltyMarks(Map<Mark, Bound> bounds) {
    this.bounds = bounds;
  }

  /** What a loyal customer does. */
  public enum Mark {
    /** Buys again, regularly. */
    BUYS_AGAIN,
    /** Buys other things too. */
    BUYS_ACROSS,
    /** Recommends. */
    RECOMMENDS,
    /** Does not listen to rivals. */
    IMMUNE_TO_RIVALS,
    /** Takes a slip without leaving. */
    TOLERATES_A_SLIP
  }

  /** A measure and the least value that shows a mark. */
  private record Bound(Measure measure, double least) {}

  /**
   * Marks without a bound, none of which is ever shown.
   *
   * @return to be completed with {@link #with}
   */
  public static LoyaltyMarks none() {
    return new LoyaltyMarks(Map.of());
  }

  /**
   * These marks and one more.
   *
   * @param mark which one
   * @param measure that tells it
   * @param least from which value on
   * @return new marks
   */
  public LoyaltyMarks with(Mark mark, Measure measure, double least) {
    Map<Mark, Bound> more = new EnumMap<>(Mark.class);
    more.putAll(bounds);
    more.put(mark, new Bound(requireNonNull(measure, "measure"), least));
    return new LoyaltyMarks(more);
  }

  /**
   * The marks that a customer shows.
   *
   * @param base with the measures
   * @param row of the base
   * @return in the order of the enum; all five are the profile of a loyal customer
   */
  public Set<Mark> of(CustomerBase base, int row) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    bounds.forEach((mark, bound) -> {
      if (base.value(bound.measure(), row) >= bound.least()) {
        marks.add(mark);
      }
    });
    return marks;
  }

  /**
   * Adds {@link #FAULT_TOLERANCE} from the faults that customers met with.
   *
   * @param base with the purchases
   * @param faults the days of each customer's faults before the date of the base
   * @return a base with the measure; missing for customers without a fault
   */
  public static CustomerBase addFaultTolerance(
      CustomerBase base, Map<CustomerId, List<LocalDate>> faults) {
    double[] tolerance = new double[base.size()];
    for (int row = 0; row < tolerance.length; row++) {
      List<LocalDate> own = faults.getOrDefault(base.customer(row), List.of());
      int[] days = base.summary(row).epochDays();
      long forgiven = own.stream()
          .filter(fault -> Arrays.stream(days).anyMatch(day -> day > fault.toEpochDay()))
          .count();
      tolerance[row] = own.isEmpty() ? Double.NaN : (double) forgiven / own.size();
    }
    return base.with(FAULT_TOLERANCE, tolerance);
  }
}
