package io.headlesscrm.core.service.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Why lost customers left. Those of the control group were never asked and are left out.
 *
 * @param known how many left for each cause
 * @param unknown how many left for a cause that nobody knows
 */
public record LeavingCauses(Map<SwitchingCause, Integer> known, int unknown) {

  public LeavingCauses {
    Map<SwitchingCause, Integer> all = new EnumMap<>(SwitchingCause.class);
    for (SwitchingCause cause : SwitchingCause.values()) {
      all.put(cause, known.getOrDefault(cause, 0));
    }
    known = Collections.unmodifiableMap(all);
  }

  /**
   * Counts the causes of lost customers.
   *
   * @param tasks any; those with another outcome are passed over
   * @return all causes, those that never came with 0
   */
  public static LeavingCauses of(Iterable<CareTask> tasks) {
    Map<SwitchingCause, Integer> known = new EnumMap<>(SwitchingCause.class);
    int unknown = 0;
    for (CareTask task : tasks) {
      if (task.outcome() != CareOutcome.LOST || task.control()) {
        continue;
      }
      if (task.cause() == null) {
        unknown++;
      } else {
        known.merge(task.cause(), 1, Integer::sum);
      }
    }
    return new LeavingCauses(known, unknown);
  }

  /**
   * How many left.
   *
   * @return with and without a known cause
   */
  public int lost() {
    return count(true) + count(false) + unknown;
  }

  /**
   * The part of each cause in all that are known.
   *
   * @return in [0, 1], together 1; empty when no cause is known
   */
  public Map<SwitchingCause, Double> shares() {
    Map<SwitchingCause, Double> shares = new EnumMap<>(SwitchingCause.class);
    double all = count(true) + count(false);
    if (all > 0) {
      known.forEach((cause, count) -> shares.put(cause, count / all));
    }
    return shares;
  }

  /**
   * The part of the lost whose cause nobody knows.
   *
   * @return in [0, 1]; empty when nobody was lost
   */
  public OptionalDouble findUnknownShare() {
    return share(unknown, lost());
  }

  /**
   * The part of customers who left though something could have been done: neither those who had to leave nor those of whom
   * nobody knows.
   *
   * @param customers how many there were at the start, at least as many as were lost
   * @return in [0, 1]; empty without customers
   * @throws IllegalArgumentException when fewer than were lost
   */
  public OptionalDouble findAvoidableRate(int customers) {
    if (customers < lost()) {
      throw new IllegalArgumentException("customers is " + customers + ", it must be at least the "
          + lost() + " that were lost. Maybe those of another period were counted?");
    }
    return share(count(true), customers);
  }

  private int count(boolean avoidable) {
    return Stream.of(SwitchingCause.values())
        .filter(cause -> cause.isAvoidable() == avoidable)
        .mapToInt(cause -> known.getOrDefault(cause, 0))
        .sum();
  }

  private static OptionalDouble share(int part, int all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
