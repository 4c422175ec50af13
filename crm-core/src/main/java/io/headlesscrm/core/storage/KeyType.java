package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.TextOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;

/**
 * What the keys of an index are: text, whole numbers, dates or instants. Each kind has one order and one encoding as
 * text in that same order, so that a stock adapter keeps all indexes in one column, compared by bytes.
 *
 * <p>Texts are ordered by Unicode code points, false to case and accents alike: "B" before "a" before "ä". Immutable.
 *
 * @param <K> the Java type of a key
 */
public final class KeyType<K> {

  /** Text, ordered by code points; must not contain U+0000, which databases refuse. */
  public static final KeyType<String> TEXT =
      new KeyType<>("text", TextOrder::compare, KeyType::storable, text -> text);

  /** Whole numbers, money in minor units among them. */
  public static final KeyType<Long> WHOLE =
      new KeyType<>("whole", Long::compare, KeyType::hexadecimal, KeyType::fromHexadecimal);

  /** Dates without a zone. */
  public static final KeyType<LocalDate> DATE = new KeyType<>(
      "date",
      LocalDate::compareTo,
      date -> hexadecimal(date.toEpochDay()),
      text -> LocalDate.ofEpochDay(fromHexadecimal(text)));

  /** Instants, to the nanosecond. */
  public static final KeyType<Instant> INSTANT =
      new KeyType<>("instant", Instant::compareTo, KeyType::hexadecimal, KeyType::instant);

  private static final int LONG_DIGITS = 16;

  private final String name;
  private final Comparator<K> order;
  private final Function<K, String> encoding;
  private final Function<String, K> decoding;

  private KeyType(
      String name,
      Comparator<K> order,
      Function<K, String> encoding,
      Function<String, K> decoding) {
    this.name = name;
    this.order = order;
    this.encoding = encoding;
    this.decoding = decoding;
  }

  /**
   * Compares two keys.
   *
   * @param a one key
   * @param b another key
   * @return below, at or above 0 as a comes before, is equal to or comes after b
   */
  public int compare(K a, K b) {
    return order.compare(a, b);
  }

  /**
   * The key as text, in the order of the keys when compared by code points or UTF-8 bytes.
   *
   * @param key any
   * @return the key itself for text, hexadecimal digits else; never equal for two keys
   * @throws IllegalArgumentException when a text contains U+0000
   */
  public String encode(K key) {
    return encoding.apply(requireNonNull(key, "key"));
  }

  /**
   * The key that was encoded.
   *
   * @param text as {@link #encode} gave it
   * @return an equal key
   * @throws IllegalArgumentException when the text is no such encoding
   */
  public K decode(String text) {
    return decoding.apply(requireNonNull(text, "text"));
  }

  /** The kind of key: text, whole, date or instant. */
  @Override
  public String toString() {
    return name;
  }

  static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a key has the character U+0000 at " + text.indexOf('\0')
          + ", it must have none. Maybe it was read from a binary field?");
    }
    return text;
  }

  private static String hexadecimal(long value) {
    return digits(value ^ Long.MIN_VALUE, LONG_DIGITS);
  }

  private static String hexadecimal(Instant instant) {
    return hexadecimal(instant.getEpochSecond()) + digits(instant.getNano(), Integer.BYTES * 2);
  }

  private static String digits(long value, int width) {
    String digits = Long.toHexString(value);
    return "0".repeat(width - digits.length()) + digits;
  }

  private static long fromHexadecimal(String text) {
    return Long.parseUnsignedLong(text, 16) ^ Long.MIN_VALUE;
  }

  private static Instant instant(String text) {
    return Instant.ofEpochSecond(
        fromHexadecimal(text.substring(0, LONG_DIGITS)),
        Integer.parseInt(text.substring(LONG_DIGITS), 16));
  }
}
