package io.headlesscrm.core.name;

import java.util.ArrayList;
import java.util.List;

/** A folded text by script: runs of ideographs, and words of everything else, each in their order. */
record Runs(List<String> ideographs, List<String> words) {

  static Runs of(String folded) {
    List<String> ideographs = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ", -1)) {
      int start = 0;
      while (start < word.length()) {
        boolean ideographic = Folding.isIdeograph(word.codePointAt(start));
        int end = endOfRun(word, start, ideographic);
        (ideographic ? ideographs : words).add(word.substring(start, end));
        start = end;
      }
    }
    return new Runs(ideographs, words);
  }

  private static int endOfRun(String word, int start, boolean ideographic) {
    int end = start;
    while (end < word.length() && Folding.isIdeograph(word.codePointAt(end)) == ideographic) {
      end += Character.charCount(word.codePointAt(end));
    }
    return end;
  }
}
