package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How many of the customers in each stage were contacted in a period. A customer counts in the stage in which it began the
 * period, or in which it came on file during it, so that a prospect that was contacted and bought is a prospect that was
 * contacted.
 *
 * @param stages one for every stage
 */
public record ContactCoverage(Map<Stage, Share> stages) {

  /**
   * The customers of one stage.
   *
   * @param customers how many
   * @param contacted how many of them were contacted
   */
  public record Share(int customers, int contacted) {

    /**
     * The share that was contacted.
     *
     * @return in [0, 1], and 0 when nobody was contacted; absent only when nobody was in the stage
     */
    public OptionalDouble rate() {
      return customers == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(contacted / (double) customers);
    }

    private Share plus(boolean isContacted) {
      return new Share(customers + 1, contacted + (isContacted ? 1 : 0));
    }
  }

  public ContactCoverage {
    stages = Collections.unmodifiableMap(new EnumMap<>(stages));
  }

  /**
   * The coverage of a period.
   *
   * @param stays of all customers, known up to the end of the period
   * @param start the first instant of the period
   * @param end the first instant after it
   * @param contacted the customers with whom there was contact in the period, such as {@link Contacts#customers}
   * @return a share for every stage, those that nobody was in too
   */
  public static ContactCoverage of(
      StageStays stays, Instant start, Instant end, Set<CustomerId> contacted) {
    if (stays.asOf().isBefore(end)) {
      throw new IllegalArgumentException("the stays are known up to " + stays.asOf()
          + ", they must be up to " + end + ". Maybe the period is not over?");
    }
    Map<Stage, Share> shares = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      shares.put(stage, new Share(0, 0));
    }
    stays
        .byCustomer()
        .forEach((customer, own) -> findStage(own, start, end)
            .ifPresent(stage -> shares.computeIfPresent(
                stage, (same, share) -> share.plus(contacted.contains(customer)))));
    return new ContactCoverage(shares);
  }

  /**
   * The customers of one stage.
   *
   * @param stage any
   * @return how many there were and how many were contacted
   */
  public Share of(Stage stage) {
    return stages.getOrDefault(stage, new Share(0, 0));
  }

  private static Optional<Stage> findStage(List<Stay> stays, Instant start, Instant end) {
    return stays.stream()
        .filter(stay -> stay.covers(start) || !stay.since().isBefore(start))
        .findFirst()
        .filter(stay -> stay.since().isBefore(end))
        .map(Stay::stage);
  }
}
