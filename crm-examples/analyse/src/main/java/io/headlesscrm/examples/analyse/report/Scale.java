package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * A large unit in which people count: thousand and million in English, ten thousand (wan) and a
 * hundred million (yi) in Chinese.
 *
 * @param unit how much it is
 * @param suffix how it is written behind the digits
 */
record Scale(BigDecimal unit, String suffix) {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final List<Scale> ENGLISH_LETTERS = List.of(of(9, "bn"), of(6, "m"), of(3, "k"));
  private static final List<Scale> ENGLISH_WORDS =
      List.of(of(9, "\u00A0billion"), of(6, "\u00A0million"));
  private static final List<Scale> CHINESE = List.of(of(8, "亿"), of(4, "万"));

  /** Largest first. */
  static List<Scale> lettersOf(Language language) {
    return language == Language.CHINESE ? CHINESE : ENGLISH_LETTERS;
  }

  /** Largest first. */
  static List<Scale> wordsOf(Language language) {
    return language == Language.CHINESE ? CHINESE : ENGLISH_WORDS;
  }

  /** The largest scale that the amount reaches once it is rounded, else the smallest. */
  static Scale in(List<Scale> largestFirst, BigDecimal amount) {
    BigDecimal rounded = amount.round(THREE_DIGITS);
    return largestFirst.stream()
        .filter(scale -> rounded.compareTo(scale.unit) >= 0)
        .findFirst()
        .orElse(largestFirst.get(largestFirst.size() - 1));
  }

  /** Three digits, without zeros behind the point, and the suffix. */
  String shorten(BigDecimal amount) {
    BigDecimal digits = amount.divide(unit, MathContext.DECIMAL64).round(THREE_DIGITS);
    return digits.stripTrailingZeros().toPlainString() + suffix;
  }

  private static Scale of(int power, String suffix) {
    return new Scale(BigDecimal.TEN.pow(power), suffix);
  }
}
