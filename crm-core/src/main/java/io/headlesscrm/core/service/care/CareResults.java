package io.headlesscrm.core.service.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What came of tasks: how many customers were saved and lost, and how often the warnings were right.
 *
 * @param treated how many tasks ended with each outcome, without the control group
 * @param control the same of the control group, where lost means that the customer left and a false alarm that it stayed
 * @param open how many have no outcome yet
 */
public record CareResults(
    Map<CareOutcome, Integer> treated, Map<CareOutcome, Integer> control, int open) {

  public CareResults {
    treated = Collections.unmodifiableMap(new EnumMap<>(complete(treated)));
    control = Collections.unmodifiableMap(new EnumMap<>(complete(control)));
  }

  /**
   * Counts tasks.
   *
   * @param tasks any, open ones too
   * @return all outcomes, those that never came with 0
   */
  public static CareResults of(Iterable<CareTask> tasks) {
    Map<CareOutcome, Integer> treated = new EnumMap<>(CareOutcome.class);
    Map<CareOutcome, Integer> control = new EnumMap<>(CareOutcome.class);
    int open = 0;
    for (CareTask task : tasks) {
      if (task.outcome() == null) {
        open++;
      } else {
        (task.control() ? control : treated).merge(task.outcome(), 1, Integer::sum);
      }
    }
    return new CareResults(treated, control, open);
  }

  /**
   * How many were kept.
   *
   * @return without the control group
   */
  public int saved() {
    return count(treated, CareOutcome.SAVED);
  }

  /**
   * How many are gone.
   *
   * @return without the control group
   */
  public int lost() {
    return count(treated, CareOutcome.LOST);
  }

  /**
   * The part of those about to leave that was kept.
   *
   * @return saved of saved and lost, in [0, 1]; empty when there were none
   */
  public OptionalDouble findSavedShare() {
    return share(saved(), saved() + lost());
  }

  /**
   * The precision of the warnings among those who were cared for: the part that was about to leave.
   *
   * @return saved and lost of saved, lost and false alarms, in [0, 1]; empty when there were none. Who was not reached
   *     counts neither way
   */
  public OptionalDouble findPrecision() {
    return precision(treated);
  }

  /**
   * The precision of the warnings in the control group, which no care has changed.
   *
   * @return lost of lost and false alarms, in [0, 1]; empty when there were none
   */
  public OptionalDouble findControlPrecision() {
    return precision(control);
  }

  private static OptionalDouble precision(Map<CareOutcome, Integer> counts) {
    int right = count(counts, CareOutcome.SAVED) + count(counts, CareOutcome.LOST);
    return share(right, right + count(counts, CareOutcome.FALSE_ALARM));
  }

  private static OptionalDouble share(int part, int all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }

  private static int count(Map<CareOutcome, Integer> counts, CareOutcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  private static Map<CareOutcome, Integer> complete(Map<CareOutcome, Integer> counts) {
    Map<CareOutcome, Integer> all = new EnumMap<>(CareOutcome.class);
    Stream.of(CareOutcome.values()).forEach(each -> all.put(each, count(counts, each)));
    return all;
  }
}
