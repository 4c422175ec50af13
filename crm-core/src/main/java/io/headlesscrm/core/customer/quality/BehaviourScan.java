package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks through the purchases of one customer that count, in order of time. */
final class BehaviourScan {

  private static final int MOST_PRODUCTS = 3;

  private final List<Purchase> purchases;
  private final ExchangeRates rates;
  private final ZoneId zone;

  BehaviourScan(List<Purchase> purchases, ExchangeRates rates, ZoneId zone) {
    this.purchases = purchases;
    this.rates = rates;
    this.zone = zone;
  }

  BehaviourFacts facts() {
    return new BehaviourFacts(products(), tendency(), weekday(), medianGapDays());
  }

  private List<String> products() {
    Map<String, Long> spend = new TreeMap<>();
    for (Purchase purchase : purchases) {
      for (PurchaseLine line : purchase.lines()) {
        Money amount = line.amount(purchase.amount().currency());
        spend.merge(line.item(), minor(amount, purchase), Math::addExact);
      }
    }
    return spend.entrySet().stream()
        .filter(item -> item.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PRODUCTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private OptionalDouble tendency() {
    int half = purchases.size() / 2;
    long earlier = spend(purchases.subList(0, half));
    long later = spend(purchases.subList(purchases.size() - half, purchases.size()));
    return earlier <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((later - earlier) / (double) earlier);
  }

  private @Nullable DayOfWeek weekday() {
    Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
    purchases.forEach(purchase -> counts.merge(day(purchase).getDayOfWeek(), 1, Integer::sum));
    @Nullable DayOfWeek usual = null;
    int most = 0;
    for (Map.Entry<DayOfWeek, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        usual = count.getKey();
        most = count.getValue();
      }
    }
    return usual;
  }

  private OptionalDouble medianGapDays() {
    long[] days = purchases.stream()
        .mapToLong(purchase -> day(purchase).toEpochDay())
        .distinct()
        .toArray();
    if (days.length < 2) {
      return OptionalDouble.empty();
    }
    long[] gaps = new long[days.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days[i + 1] - days[i];
    }
    Arrays.sort(gaps);
    return OptionalDouble.of((gaps[gaps.length / 2] + gaps[(gaps.length - 1) / 2]) / 2.0);
  }

  private long spend(List<Purchase> some) {
    return some.stream()
        .mapToLong(purchase -> minor(purchase.amount(), purchase))
        .reduce(0, Math::addExact);
  }

  private long minor(Money amount, Purchase purchase) {
    return rates.convert(amount, day(purchase)).minorUnits();
  }

  private LocalDate day(Purchase purchase) {
    return LocalDate.ofInstant(purchase.instant(), zone);
  }
}
