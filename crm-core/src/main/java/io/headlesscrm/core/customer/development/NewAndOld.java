package io.headlesscrm.core.customer.development;

import java.util.List;

/**
 * The chances of new customers and the potential of old ones, apart.
 *
 * @param newOnes those who have not bought, one line for every stage
 * @param oldOnes those who have, one line for every stage
 */
public record NewAndOld(List<StrategyLine> newOnes, List<StrategyLine> oldOnes) {

  public NewAndOld {
    newOnes = List.copyOf(newOnes);
    oldOnes = List.copyOf(oldOnes);
  }
}
