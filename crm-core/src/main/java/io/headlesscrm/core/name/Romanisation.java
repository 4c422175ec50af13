package io.headlesscrm.core.name;

/**
 * How Chinese characters sound in Latin letters, such as pinyin. The library brings none, because a good one is a
 * dictionary; a host that has one plugs it in, and names that sound alike or are written in pinyin are found too.
 *
 * <pre>{@code
 * Romanisation pinyin = text -> PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL);
 * CompanyName.parse("顺丰速运有限公司", pinyin).sound(); // shunfengsuyun
 * }</pre>
 *
 * <p>Must be pure and thread-safe.
 */
@FunctionalInterface
public interface Romanisation {

  /**
   * A text in Latin letters.
   *
   * @param text Chinese characters, simplified
   * @return syllables, with or without tones and spaces, which do not count; empty when nothing is known
   */
  String romanised(String text);

  /**
   * Knows of no sound.
   *
   * @return always gives the empty text
   */
  static Romanisation none() {
    return text -> "";
  }
}
