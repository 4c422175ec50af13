package io.headlesscrm.core.name;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * The name of a company taken apart: what tells it from others, and the weak parts that writers leave out or add, its
 * legal form, region and branch.
 *
 * <pre>{@code
 * CompanyName.parse("深圳市順豐速運（集團）有限公司").core(); // 顺丰速运
 * CompanyName.parse("SF Express Co., Ltd.").core(); // sf express
 * CompanyName.parse("华为技术有限公司北京分公司").branch(); // 北京
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param ideographs what is written in Chinese characters, kana or hangul, without spaces, simplified; may be empty
 * @param words what is written in other letters, and numbers, in their order; may be empty
 * @param legalForm the family of its legal form
 * @param regions Chinese provinces and cities before the name or in brackets, without 省 and 市, as 深圳; may be empty
 * @param branch of which place or kind it is a branch; empty: of none
 * @param sound how the ideographs sound, in small Latin letters without spaces; empty when not known
 */
public record CompanyName(
    String ideographs,
    List<String> words,
    LegalForm legalForm,
    List<String> regions,
    String branch,
    String sound) {

  public CompanyName {
    requireNonNull(ideographs, "ideographs");
    words = List.copyOf(words);
    requireNonNull(legalForm, "legalForm");
    regions = List.copyOf(regions);
    requireNonNull(branch, "branch");
    requireNonNull(sound, "sound");
  }

  /**
   * Takes a name apart, without knowing how it sounds.
   *
   * @param text as it is written, in one or two scripts
   * @return without any part when the text has no letter or digit
   */
  public static CompanyName parse(String text) {
    return parse(text, Romanisation.none());
  }

  /**
   * Takes a name apart.
   *
   * @param text as it is written, in one or two scripts
   * @param romanisation of the Chinese part
   * @return without any part when the text has no letter or digit
   */
  public static CompanyName parse(String text, Romanisation romanisation) {
    return new CompanyNameParser(requireNonNull(romanisation, "romanisation"))
        .parse(requireNonNull(text, "text"));
  }

  /**
   * What tells the company from others.
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
   * The ideographs without the words at their end that many companies share, such as 物流.
   *
   * @return 顺丰 of 顺丰国际物流; all of them when they are nothing else
   */
  public String stem() {
    String stem = CommonWords.stem(ideographs);
    return stem.isEmpty() ? ideographs : stem;
  }

  /**
   * Whether a word is one that many companies share, such as "logistics".
   *
   * @param word folded
   * @return false for one that tells companies apart
   */
  public static boolean isCommon(String word) {
    return CommonWords.contains(word);
  }

  /**
   * Texts under which the company is filed, so that one that is written otherwise is found without looking at all others:
   * names in another order of words, with or without legal form, region or common words at the end, in full or half width,
   * traditional or simplified, have at least one in common; so do names with one wrong, missing, added or swapped character
   * when they have at least four ideographs or five letters.
   *
   * @return at most 24 of at most 100 characters each; empty when the name has no part
   */
  public Set<String> blockingKeys() {
    return BlockingKeys.of(this);
  }
}
