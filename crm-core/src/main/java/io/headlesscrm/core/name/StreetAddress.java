package io.headlesscrm.core.name;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The street and house number in an address as they are compared: without town and district before them, floor and room
 * after them.
 *
 * <pre>{@code
 * StreetAddress.parse("深圳市南山區科興路１２號A棟3樓").key(); // 科兴路 12
 * StreetAddress.parse("Room 301, No. 12 Kexing Rd.").key(); // kexing 12
 * }</pre>
 *
 * @param street without its kind in Latin letters; empty when none was found
 * @param number without letters; empty when none was found
 */
public record StreetAddress(String street, String number) {

  private static final StreetAddress UNKNOWN = new StreetAddress("", "");

  private static final Pattern IDEOGRAPHIC =
      Pattern.compile("([\\p{IsHan}\\p{IsHangul}]{1,10}?(?:路|街|道|巷|弄|胡同|里|村|로|길))[东南西北中]?段?(\\d+)");

  private static final Pattern DISTRICT = Pattern.compile("^.*(?:省|市|区|县|镇|乡|街道|园)(?=..)");

  private static final Set<String> KINDS = Set.of(
      "road",
      "rd",
      "street",
      "st",
      "avenue",
      "ave",
      "lane",
      "ln",
      "boulevard",
      "blvd",
      "drive",
      "dr",
      "way",
      "strasse",
      "str",
      "weg",
      "platz",
      "lu",
      "jie",
      "dadao");

  private static final Pattern KIND_WITHIN =
      Pattern.compile("(.{3,})(?:strasse|str|weg|platz|gasse)");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)[a-z]?");

  public StreetAddress {
    requireNonNull(street, "street");
    requireNonNull(number, "number");
  }

  /**
   * Finds street and number.
   *
   * @param text as it is written
   * @return with both parts or with none
   */
  public static StreetAddress parse(String text) {
    String folded = Folding.folded(requireNonNull(text, "text"));
    Matcher matcher = IDEOGRAPHIC.matcher(folded.replace(" ", ""));
    return matcher.find()
        ? new StreetAddress(DISTRICT.matcher(matcher.group(1)).replaceFirst(""), matcher.group(2))
        : ofWords(List.of(folded.split(" ", -1)));
  }

  /**
   * What is compared.
   *
   * @return street and number, separated by a space; empty when none was found
   */
  public String key() {
    return street.isEmpty() ? "" : street + " " + number;
  }

  private static StreetAddress ofWords(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      Matcher within = KIND_WITHIN.matcher(words.get(i));
      if (within.matches()) {
        return numbered(within.group(1), words, i, i + 1);
      }
      if (i > 0
          && KINDS.contains(words.get(i))
          && !NUMBER.matcher(words.get(i - 1)).matches()) {
        return numbered(words.get(i - 1), words, i - 1, i + 1);
      }
    }
    return UNKNOWN;
  }

  /** The number is the nearest before the street, else the first behind it. */
  private static StreetAddress numbered(String street, List<String> words, int from, int to) {
    for (int i = from - 1; i >= Math.max(0, from - 2); i--) {
      Matcher number = NUMBER.matcher(words.get(i));
      if (number.matches()) {
        return new StreetAddress(street, number.group(1));
      }
    }
    for (int i = to; i < Math.min(words.size(), to + 2); i++) {
      Matcher number = NUMBER.matcher(words.get(i));
      if (number.matches()) {
        return new StreetAddress(street, number.group(1));
      }
    }
    return UNKNOWN;
  }
}
