package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.stage.Stage;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What sales does with the customers of some stages.
 *
 * @param name under which reports show it; not blank
 * @param stages for which it is meant
 * @param measures what to do, such as "visit within a week"
 */
public record SalesStrategy(String name, Set<Stage> stages, List<String> measures) {

  public SalesStrategy {
    EnumSet<Stage> copy = EnumSet.noneOf(Stage.class);
    copy.addAll(stages);
    stages = Collections.unmodifiableSet(copy);
    measures = List.copyOf(measures);
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the name of the strategy is blank, it must not be. Maybe call it by what it does?");
    }
  }
}
