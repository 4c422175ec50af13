package io.headlesscrm.core.customer.quality;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The forms of mail addresses and phone numbers, in half or full width. */
final class Forms {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PHONE = 64;
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 15;

  private static final Pattern EMAIL = Pattern.compile(
      "[^\\s@.]+(?:\\.[^\\s@.]+)*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}\\p{N}-]{2,}");
  private static final Pattern EXTENSION =
      Pattern.compile("\\s*(?:ext\\.?|x|#|转|轉)\\s*\\d{1,8}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d()\\-./\\s]+");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private Forms() {}

  static boolean isEmail(String value) {
    String text = normal(value);
    return text.length() <= LONGEST_EMAIL
        && text.indexOf('@') <= LONGEST_LOCAL_PART
        && EMAIL.matcher(text).matches();
  }

  static boolean isPhone(String value) {
    String whole = normal(value);
    if (whole.length() > LONGEST_PHONE) {
      return false;
    }
    String text = EXTENSION.matcher(whole).replaceFirst("");
    int digits = NO_DIGIT.matcher(text).replaceAll("").length();
    return PHONE.matcher(text).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  }

  private static String normal(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
  }
}
