package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Adds up the quality of records one by one and keeps the worst. */
final class ReportAssembly {

  /** The lowest score first; of equal scores the one with more to mend, then by id. */
  private static final Comparator<CustomerQuality> WORST_FIRST = Comparator.comparingDouble(
          (CustomerQuality quality) -> quality.score().orElse(1))
      .thenComparingInt(quality -> -quality.findings().size())
      .thenComparing(CustomerQuality::customer);

  private final QualityRules rules;
  private final LocalDate day;
  private final int most;
  private final List<RuleTally> tallies;
  private final PriorityQueue<CustomerQuality> worst = new PriorityQueue<>(WORST_FIRST.reversed());
  private long customers;
  private long faulty;

  ReportAssembly(QualityRules rules, LocalDate day, int most) {
    if (most < 0) {
      throw new IllegalArgumentException(
          "most is " + most + ", it must be at least 0. Maybe Integer.MAX_VALUE for all?");
    }
    this.rules = rules;
    this.day = day;
    this.most = most;
    this.tallies = new ArrayList<>(rules.rules().stream().map(RuleTally::none).toList());
  }

  void add(Customer customer) {
    if (QualityRules.isErased(customer)) {
      return;
    }
    CustomerQuality quality = rules.inspect(customer, day);
    customers++;
    for (int i = 0; i < tallies.size(); i++) {
      tallies.set(i, tallies.get(i).plus(quality.tallies().get(i)));
    }
    if (!quality.findings().isEmpty()) {
      faulty++;
      keep(quality);
    }
  }

  QualityReport finish() {
    List<CustomerQuality> toMend = worst.stream().sorted(WORST_FIRST).toList();
    return new QualityReport(day, customers, faulty, tallies, toMend);
  }

  private void keep(CustomerQuality quality) {
    worst.add(quality);
    if (worst.size() > most) {
      worst.remove();
    }
  }
}
