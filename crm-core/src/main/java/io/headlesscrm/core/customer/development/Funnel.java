package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many went through each stage, how many were lost there, and how long it took.
 *
 * @param asOf the instant before which everything known counts
 * @param stays that are counted
 */
public record Funnel(Instant asOf, List<Stay> stays) {

  /** The group of those of whom the group is not known. */
  public static final String UNKNOWN = "";

  public Funnel {
    requireNonNull(asOf, "asOf");
    stays = List.copyOf(stays);
  }

  /**
   * The funnel of all customers at all times.
   *
   * @param stays of all customers
   * @return the funnel
   */
  public static Funnel of(StageStays stays) {
    return new Funnel(stays.asOf(), stays.all());
  }

  /**
   * Only those who entered their stage in a period, whatever came later.
   *
   * @param start the first instant that counts
   * @param end the first instant that does not count any more
   * @return a new funnel
   */
  public Funnel enteredIn(Instant start, Instant end) {
    return new Funnel(
        asOf,
        stays.stream()
            .filter(stay -> !stay.since().isBefore(start) && stay.since().isBefore(end))
            .toList());
  }

  /**
   * One funnel for each group, such as the source of the customer or its owner at the time. Their counts add up to those of
   * this funnel.
   *
   * @param group of a stay; null where it is not known
   * @return by group; {@link #UNKNOWN} for those without
   */
  public SortedMap<String, Funnel> by(Function<Stay, @Nullable String> group) {
    SortedMap<String, List<Stay>> groups = new TreeMap<>();
    for (Stay stay : stays) {
      String name = group.apply(stay);
      groups
          .computeIfAbsent(name == null ? UNKNOWN : name, none -> new ArrayList<>())
          .add(stay);
    }
    SortedMap<String, Funnel> funnels = new TreeMap<>();
    groups.forEach((name, own) -> funnels.put(name, new Funnel(asOf, own)));
    return funnels;
  }

  /**
   * What became of those who entered a stage.
   *
   * @param stage any
   * @return zeros when nobody has
   */
  public StageFlow flow(Stage stage) {
    List<Stay> entered = stays.stream().filter(stay -> stay.stage() == stage).toList();
    List<Stay> converted = with(entered, StayOutcome.CONVERTED);
    return new StageFlow(
        stage,
        entered.size(),
        converted.size(),
        with(entered, StayOutcome.LOST).size(),
        with(entered, StayOutcome.SET_BACK).size(),
        with(entered, StayOutcome.OPEN).size(),
        Medians.censored(entered, asOf),
        Medians.ofEnded(converted, asOf));
  }

  /**
   * What became of those who entered each stage.
   *
   * @return one for every stage, in the order of the stages
   */
  public List<StageFlow> flows() {
    return Arrays.stream(Stage.values()).map(this::flow).toList();
  }

  private static List<Stay> with(Collection<Stay> stays, StayOutcome outcome) {
    return stays.stream().filter(stay -> stay.outcome() == outcome).toList();
  }
}
