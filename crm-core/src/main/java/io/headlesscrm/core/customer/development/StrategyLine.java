package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.money.Money;

/**
 * The customers of one stage and what is done with them.
 *
 * @param stage where they are
 * @param strategy what is done
 * @param customers how many
 * @param valued of how many the potential is known
 * @param potential of these, the sum
 */
public record StrategyLine(
    Stage stage, SalesStrategy strategy, int customers, int valued, Money potential) {

  public StrategyLine {
    requireNonNull(stage, "stage");
    requireNonNull(strategy, "strategy");
    requireNonNull(potential, "potential");
  }
}
