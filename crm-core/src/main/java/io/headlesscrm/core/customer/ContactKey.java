package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Numbers and addresses in the form in which they are compared, so that "+86 138-0013 8000" and "13800138000" are one.
 *
 * <p>Of a phone number the last ten digits count, which drops country codes and trunk zeros and keeps every digit that
 * tells two subscribers apart; a shorter number counts whole, and one of fewer than six digits not at all. Of an e-mail
 * address small letters count. Full and half width make no difference.
 */
public final class ContactKey {

  private static final int MOST_DIGITS = 10;
  private static final int FEWEST_DIGITS = 6;

  private ContactKey() {}

  /**
   * The key of a number or address.
   *
   * @param channel of which kind
   * @param value as it is written
   * @return such as {@code phone:3800138000}; empty when there is nothing to compare
   */
  public static String of(ContactChannel channel, String value) {
    String text = Normalizer.normalize(requireNonNull(value, "value"), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
    String compared = channel == ContactChannel.PHONE ? digits(text) : text;
    return compared.isEmpty() ? "" : channel.name().toLowerCase(Locale.ROOT) + ":" + compared;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    int length = digits.length();
    return length < FEWEST_DIGITS ? "" : digits.substring(Math.max(0, length - MOST_DIGITS));
  }
}
