package io.headlesscrm.core.name;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Takes out of a text what makes no difference: full and half width (Unicode form NFKC), capitals, accents of Latin,
 * Greek and Cyrillic letters, traditional Chinese characters beside simplified ones, punctuation and white space.
 *
 * <pre>{@code
 * Folding.folded("ＳＦ　Express（深圳）Co., Ltd."); // sf express 深圳 co ltd
 * Folding.folded("順豐速運"); // 顺丰速运
 * Folding.folded("J. P. Müller's S.A."); // jp mullers sa
 * }</pre>
 */
public final class Folding {

  /** Traditional characters by code point; 0 where a character is its own simplified form. */
  private static final char[] SIMPLIFIED = simplifiedCharacters();

  private Folding() {}

  /**
   * A text as it is compared: words of letters and digits, separated by one space. Single letters that follow each other
   * become one word; dots within them and apostrophes vanish.
   *
   * @param text any
   * @return empty when no letter or digit is left; folding it again changes nothing
   */
  public static String folded(String text) {
    String plain = unaccented(
        Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT).replace("ß", "ss"));
    return withInitialsJoined(spaced(plain));
  }

  /**
   * A text in simplified Chinese characters, where one simplified character stands for the traditional one.
   *
   * @param text any
   * @return of the same length
   */
  public static String simplified(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = simplified(characters[i]);
    }
    return new String(characters);
  }

  /** Whether a character belongs to a script that is written without spaces and counted by characters. */
  static boolean isIdeograph(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> codePoint == 'ー';
    };
  }

  private static char simplified(char character) {
    char found = SIMPLIFIED[character];
    return found == 0 ? character : found;
  }

  private static String unaccented(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    String apart = Normalizer.normalize(text, Form.NFD);
    StringBuilder kept = new StringBuilder(apart.length());
    boolean alphabetic = false;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        alphabetic = c < 0x530;
        kept.append(c);
      } else if (!alphabetic) {
        kept.append(c);
      }
    }
    return Normalizer.normalize(kept, Form.NFC);
  }

  private static String spaced(String text) {
    StringBuilder words = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      boolean inWord = !words.isEmpty() && words.charAt(words.length() - 1) != ' ';
      if (Character.isLetterOrDigit(c) || (inWord && isMark(c))) {
        words.appendCodePoint(c < SIMPLIFIED.length ? simplified((char) c) : c);
      } else if (inWord && !isApostrophe(c)) {
        words.append(' ');
      }
    });
    return words.toString().stripTrailing();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`';
  }

  private static String withInitialsJoined(String words) {
    StringBuilder joined = new StringBuilder(words.length());
    boolean afterInitial = false;
    for (String word : words.split(" ", -1)) {
      boolean initial = word.length() == 1
          && Character.isAlphabetic(word.charAt(0))
          && !isIdeograph(word.charAt(0));
      if (!joined.isEmpty() && !(initial && afterInitial)) {
        joined.append(' ');
      }
      joined.append(word);
      afterInitial = initial;
    }
    return joined.toString();
  }

  private static char[] simplifiedCharacters() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (String pair : Lexicon.words("simplified.txt")) {
      table[pair.charAt(0)] = pair.charAt(1);
    }
    return table;
  }
}
