package io.headlesscrm.core.name;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a person as it is compared: without titles, in any order of family and given name.
 *
 * <pre>{@code
 * PersonName.parse("WANG Xiao-Ming").equals(PersonName.parse("Mr Xiaoming Wang")); // true
 * PersonName.parse("陳 美玲 女士").ideographs(); // 陈美玲
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param ideographs what is written in Chinese characters, kana or hangul, simplified; may be empty
 * @param words what is written in other letters, sorted; may be empty
 */
public record PersonName(String ideographs, List<String> words) {

  private static final Set<String> TITLES = Set.of(
      "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "mme", "mlle", "sr",
      "sra");

  private static final Pattern IDEOGRAPHIC_TITLE =
      Pattern.compile("(?<=.)(?:先生|女士|小姐|太太|博士|教授|总经理|经理|老师|さん|様|씨)$");

  private static final Pattern HYPHEN = Pattern.compile("[-\u2010-\u2015]");

  public PersonName {
    requireNonNull(ideographs, "ideographs");
    words = List.copyOf(words);
  }

  /**
   * Takes a name apart.
   *
   * @param text as it is written, in one or two scripts
   * @return without any part when the text has no letter or digit
   */
  public static PersonName parse(String text) {
    String unhyphened = HYPHEN.matcher(requireNonNull(text, "text")).replaceAll("");
    Runs runs = Runs.of(Folding.folded(unhyphened));
    String ideographs =
        IDEOGRAPHIC_TITLE.matcher(String.join("", runs.ideographs())).replaceFirst("");
    return new PersonName(
        ideographs,
        runs.words().stream().filter(word -> !TITLES.contains(word)).sorted().toList());
  }

  /**
   * The name to compare.
   *
   * @return the ideographs, then the words, separated by spaces; empty when the text had no letter or digit
   */
  public String core() {
    String joined = String.join(" ", words);
    return ideographs.isEmpty() || joined.isEmpty()
        ? ideographs + joined
        : ideographs + " " + joined;
  }

  /**
   * Texts under which the person is filed: names in another order of words, and Latin names with one wrong, missing or
   * swapped letter, have at least one in common.
   *
   * @return at most 16 of at most 100 characters each; empty when the name has no part
   */
  public Set<String> blockingKeys() {
    return BlockingKeys.of(this);
  }
}
