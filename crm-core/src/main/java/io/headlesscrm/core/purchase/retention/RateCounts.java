package io.headlesscrm.core.purchase.retention;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.time.ObservationWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts customers by period and segment. */
final class RateCounts {

  private final List<ObservationWindow> periods;
  private final List<SortedMap<String, RetentionRate>> byPeriod = new ArrayList<>();

  RateCounts(List<ObservationWindow> periods) {
    this.periods = List.copyOf(periods);
    this.periods.forEach(period -> byPeriod.add(new TreeMap<>()));
  }

  void add(String segment, CustomerDays customer) {
    requireNonNull(segment, "segment");
    for (int i = 0; i < periods.size(); i++) {
      ObservationWindow period = periods.get(i);
      boolean start = customer.isCustomerAt(period.start());
      boolean end = customer.isCustomerAt(period.end());
      if (start || end) {
        boolean known = customer.wasCustomerBefore(period.start());
        byPeriod
            .get(i)
            .merge(
                segment,
                new RetentionRate(
                    period,
                    segment,
                    start ? 1 : 0,
                    end ? 1 : 0,
                    end && !start && !known ? 1 : 0,
                    end && !start && known ? 1 : 0),
                RateCounts::sum);
      }
    }
  }

  List<RetentionRate> rates() {
    return byPeriod.stream().flatMap(rates -> rates.values().stream()).toList();
  }

  private static RetentionRate sum(RetentionRate one, RetentionRate other) {
    return new RetentionRate(
        one.period(),
        one.segment(),
        one.start() + other.start(),
        one.end() + other.end(),
        one.added() + other.added(),
        one.returned() + other.returned());
  }
}
