package io.headlesscrm.core.json;

import io.headlesscrm.core.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;

/** How single values of the core are written: dates as ISO text, money as minor units with its currency. */
final class Fields {

  private Fields() {}

  static JsonDocument money(Money money) {
    return JsonDocument.builder()
        .put("minorUnits", money.minorUnits())
        .put("currency", money.currency().getCurrencyCode())
        .build();
  }

  static Money money(JsonDocument json) {
    return new Money(
        json.whole("minorUnits"),
        parsed(json, "currency", "must be an ISO 4217 code", Currency::getInstance));
  }

  static LocalDate date(JsonDocument json, String name) {
    return parsed(json, name, "must be a date such as 2026-03-01", LocalDate::parse);
  }

  static <T> T parsed(JsonDocument json, String name, String bound, Function<String, T> parser) {
    String text = json.text(name);
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw json.problem(name, text, bound, "Maybe the file is damaged?");
    }
  }
}
