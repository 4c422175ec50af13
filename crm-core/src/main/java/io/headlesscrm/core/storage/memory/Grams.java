package io.headlesscrm.core.storage.memory;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Pairs of neighbouring characters: a text that contains a word has all pairs of the word. */
final class Grams {

  private static final int END = 0;

  private Grams() {}

  /** All pairs of some texts; the last character of a text is paired with an end mark. */
  static Set<String> ofTexts(Collection<String> texts) {
    Set<String> grams = new HashSet<>();
    for (String text : texts) {
      int[] points =
          Arrays.copyOf(text.codePoints().toArray(), text.codePointCount(0, text.length()) + 1);
      points[points.length - 1] = END;
      addPairs(points, grams);
    }
    return grams;
  }

  /** The pairs within a word; none for a single character. */
  static Set<String> ofWord(String word) {
    Set<String> grams = new HashSet<>();
    addPairs(word.codePoints().toArray(), grams);
    return grams;
  }

  private static void addPairs(int[] points, Set<String> grams) {
    for (int i = 0; i + 1 < points.length; i++) {
      grams.add(new String(points, i, 2));
    }
  }
}
