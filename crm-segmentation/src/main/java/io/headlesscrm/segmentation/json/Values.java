package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;

/** Single values that the documents of the core do not know. */
final class Values {

  private Values() {}

  static Currency currency(JsonDocument json, String name) {
    return parsed(json, name, json.text(name), "must be an ISO 4217 code", Currency::getInstance);
  }

  static BigDecimal decimal(JsonDocument json, String name, String text) {
    return parsed(json, name, text, "must be a decimal number", BigDecimal::new);
  }

  static int count(JsonDocument json, String name) {
    long value = json.whole(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw json.problem(
          name, value, "must be from 0 to " + Integer.MAX_VALUE, "Maybe the file is damaged?");
    }
    return (int) value;
  }

  private static <T> T parsed(
      JsonDocument json, String name, String text, String bound, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw json.problem(name, text, bound, "Maybe the file is damaged?");
    }
  }
}
