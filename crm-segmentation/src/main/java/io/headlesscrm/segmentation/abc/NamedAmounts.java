package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Amounts of one currency, sorted by name. */
final class NamedAmounts {

  /** UTF-8 bytes are in the order of code points, as everywhere in this library. */
  private static final Comparator<String> BY_CODE_POINTS =
      Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

  private final List<String> names;
  private final long[] minorUnits;
  private final MoneyKeys keys;

  private NamedAmounts(List<String> names, long[] minorUnits, MoneyKeys keys) {
    this.names = names;
    this.minorUnits = minorUnits;
    this.keys = keys;
  }

  static NamedAmounts of(Map<String, Money> values) {
    List<Currency> currencies =
        values.values().stream().map(Money::currency).distinct().limit(2).toList();
    if (currencies.size() > 1) {
      throw new IllegalArgumentException("currencies are " + currencies
          + ", they must be one. Maybe convert with ExchangeRates first?");
    }
    List<Map.Entry<String, Money>> sorted = values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_CODE_POINTS))
        .toList();
    return new NamedAmounts(
        sorted.stream().map(Map.Entry::getKey).toList(),
        sorted.stream().mapToLong(entry -> entry.getValue().minorUnits()).toArray(),
        new MoneyKeys(currencies.isEmpty() ? NO_CURRENCY : currencies.get(0)));
  }

  String name(int row) {
    return names.get(row);
  }

  long[] minorUnits() {
    return minorUnits;
  }

  MoneyKeys keys() {
    return keys;
  }
}
