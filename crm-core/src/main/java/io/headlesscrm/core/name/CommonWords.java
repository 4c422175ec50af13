package io.headlesscrm.core.name;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Words that many companies have in their names, such as "logistics" or 贸易: they tell few apart. */
final class CommonWords {

  private static final Set<String> ALL = Set.copyOf(Lexicon.words("common-words.txt"));

  private static final List<String> IDEOGRAPHS_LONGEST_FIRST = ALL.stream()
      .filter(word -> Folding.isIdeograph(word.charAt(0)))
      .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
      .toList();

  private CommonWords() {}

  static boolean contains(String word) {
    return ALL.contains(word);
  }

  /** What is left of ideographs without the common words at their end; empty when they are nothing else. */
  static String stem(String ideographs) {
    String stem = ideographs;
    String before;
    do {
      before = stem;
      for (String word : IDEOGRAPHS_LONGEST_FIRST) {
        if (stem.endsWith(word)) {
          stem = stem.substring(0, stem.length() - word.length());
          break;
        }
      }
    } while (!stem.equals(before));
    return stem;
  }
}
