package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.evidence.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has found in one record.
 *
 * @param checked how many things it has looked at, at least 0; 0: the rule does not apply to this record
 * @param problems what is wrong, at most one for each thing; never with a personal value
 */
public record Inspected(int checked, List<Reason> problems) {

  /** The rule has nothing to look at. */
  public static final Inspected NOTHING = new Inspected(0, List.of());

  public Inspected {
    problems = List.copyOf(problems);
    if (checked < problems.size()) {
      throw new IllegalArgumentException("checked is " + checked + ", it must be at least "
          + problems.size() + ", the number of problems. Maybe count what was right too?");
    }
  }

  /**
   * A rule that looks at one thing.
   *
   * @param problem empty when nothing is wrong
   * @return of one thing
   */
  public static Inspected of(Optional<Reason> problem) {
    return new Inspected(1, problem.stream().toList());
  }

  /**
   * A rule that looks at one thing.
   *
   * @param right whether nothing is wrong
   * @param problem what is wrong otherwise
   * @return of one thing
   */
  public static Inspected of(boolean right, Reason problem) {
    return new Inspected(1, right ? List.of() : List.of(problem));
  }
}
