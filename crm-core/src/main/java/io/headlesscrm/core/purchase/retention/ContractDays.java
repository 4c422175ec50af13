package io.headlesscrm.core.purchase.retention;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A customer while one of its contracts holds: at the beginning of a day that is the day before. */
final class ContractDays implements CustomerDays {

  private final List<Contract> contracts = new ArrayList<>();

  static SortedMap<CustomerId, ContractDays> byCustomer(Collection<Contract> contracts) {
    SortedMap<CustomerId, ContractDays> byCustomer = new TreeMap<>();
    for (Contract contract : contracts) {
      byCustomer
          .computeIfAbsent(contract.customer(), customer -> new ContractDays())
          .contracts
          .add(contract);
    }
    return byCustomer;
  }

  @Override
  public boolean isCustomerAt(LocalDate day) {
    return contracts.stream().anyMatch(contract -> contract.holdsOn(day.minusDays(1)));
  }

  @Override
  public boolean wasCustomerBefore(LocalDate day) {
    return contracts.stream().anyMatch(contract -> contract.from().isBefore(day));
  }
}
