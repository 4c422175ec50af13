package io.headlesscrm.core.evidence;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reason: a key with typed values, so that it can be stored, counted and rendered in any language later.
 *
 * <pre>{@code
 * Reason silent = Reason.of("churn.silent").with("days", 96).with("usual", 21);
 * silent.text(Locale.ENGLISH); // silent for 96 days where 21 are usual
 * }</pre>
 *
 * <p>The texts live in the resources {@code META-INF/headlesscrm/reasons/PREFIX_en.properties} and {@code _zh} of the
 * module that writes the reason, PREFIX being the key up to its first dot. Immutable.
 *
 * @param key dotted, such as {@code churn.silent}
 * @param values by name: {@link Long}, {@link Double}, {@link BigDecimal}, {@link LocalDate}, {@link String} or a
 *     {@link Reason} within the reason
 */
public record Reason(String key, SortedMap<String, Object> values) {

  public Reason {
    requireNonNull(key, "key");
    if (key.indexOf('.') < 1) {
      throw new IllegalArgumentException("reason key is \"" + key
          + "\", it must start with a prefix and a dot. Maybe \"churn." + key + "\"?");
    }
    values.forEach(Reason::requireKnownType);
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * A reason without values.
   *
   * @param key dotted
   * @return the reason
   */
  public static Reason of(String key) {
    return new Reason(key, new TreeMap<>());
  }

  /**
   * This reason with one value more.
   *
   * @param name as the text names it
   * @param value a whole number
   * @return a new reason
   */
  public Reason with(String name, long value) {
    return withValue(name, value);
  }

  /**
   * This reason with one value more.
   *
   * @param name as the text names it
   * @param value any double
   * @return a new reason
   */
  public Reason with(String name, double value) {
    return withValue(name, value);
  }

  /**
   * This reason with one value more.
   *
   * @param name as the text names it
   * @param value of one of the types that a reason holds
   * @return a new reason
   * @throws IllegalArgumentException for another type
   */
  public Reason withValue(String name, Object value) {
    SortedMap<String, Object> more = new TreeMap<>(values);
    more.put(name, value);
    return new Reason(key, more);
  }

  /**
   * The reason in words.
   *
   * @param locale Chinese (zh, zh-CN, zh-Hans) gives Chinese, every other one English, whatever the default locale
   * @return one sentence or part of a sentence; the key and its values when no text is known
   */
  public String text(Locale locale) {
    return ReasonTexts.render(this, locale);
  }

  /** The reason in English. */
  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }

  private static void requireKnownType(String name, Object value) {
    requireNonNull(value, name);
    if (!(value instanceof Long
        || value instanceof Double
        || value instanceof BigDecimal
        || value instanceof LocalDate
        || value instanceof String
        || value instanceof Reason)) {
      throw new IllegalArgumentException(
          "value \"" + name + "\" is a " + value.getClass().getName()
              + ", it must be a Long, Double, BigDecimal, LocalDate, String or Reason. Maybe convert it first?");
    }
  }
}
