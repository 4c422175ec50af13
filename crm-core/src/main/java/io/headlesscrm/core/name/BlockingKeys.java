package io.headlesscrm.core.name;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts under which names are filed. Two texts that differ by one character, or by two neighbours that changed places,
 * have a text in common among those with one character left out.
 *
 * <p>Source: the neighbourhood of deletions is that of T. Bocek, E. Hunt, B. Stiller (2007), Fast Similarity Search in
 * Large Dictionaries.
 */
final class BlockingKeys {

  /** Beyond this many characters the end of a text is not looked at. */
  private static final int PREFIX = 8;

  private static final int MOST_TELLING_WORDS = 4;
  private static final int MOST_COMMON_WORDS = 2;
  private static final int LONGEST_KEY = 100;

  private final Set<String> keys = new LinkedHashSet<>();

  private BlockingKeys() {}

  static Set<String> of(CompanyName name) {
    BlockingKeys keys = new BlockingKeys();
    keys.addIdeographs(name);
    keys.addWords(name.words());
    keys.addSound(name.sound().isEmpty() ? String.join("", name.words()) : name.sound());
    return keys.keys;
  }

  static Set<String> of(PersonName name) {
    BlockingKeys keys = new BlockingKeys();
    keys.add(name.ideographs());
    keys.addWords(name.words());
    return keys.keys;
  }

  private void addIdeographs(CompanyName name) {
    if (!name.ideographs().isEmpty()) {
      addDeletions(name.ideographs(), 3);
      add(name.stem());
    }
  }

  private void addSound(String sound) {
    if (!sound.isEmpty()) {
      add("~" + sound);
    }
  }

  private void addWords(List<String> words) {
    List<String> telling = longest(words, false, MOST_TELLING_WORDS);
    List<String> common = longest(words, true, MOST_COMMON_WORDS);
    if (telling.isEmpty()) {
      addPairs(common);
      common.forEach(this::add);
    } else if (telling.size() == 1) {
      addDeletions(telling.get(0), 4);
    } else {
      addPairs(telling);
    }
    if (telling.size() == 2) {
      addHalves(telling.get(0), telling.get(1));
      addHalves(telling.get(1), telling.get(0));
    }
  }

  private static List<String> longest(List<String> words, boolean common, int most) {
    return words.stream()
        .filter(word -> CommonWords.contains(word) == common)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .limit(most)
        .toList();
  }

  private void addPairs(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        addPair(words.get(i), words.get(j));
      }
    }
  }

  private void addPair(String a, String b) {
    add(a.compareTo(b) < 0 ? a + " " + b : b + " " + a);
  }

  /** One half of a word stays whole when one of its characters is wrong. */
  private void addHalves(String whole, String halved) {
    int half = halved.length() > 5 ? 3 : 2;
    if (halved.length() > half) {
      add(whole + " " + halved.substring(0, half) + "*");
      add(whole + " *" + halved.substring(halved.length() - half));
    }
  }

  private void addDeletions(String text, int shortest) {
    int[] characters = text.codePoints().limit(PREFIX).toArray();
    if (characters.length < PREFIX) {
      add(text);
    }
    for (int left = 0; characters.length > shortest && left < characters.length; left++) {
      StringBuilder rest = new StringBuilder(text.length());
      for (int i = 0; i < characters.length; i++) {
        if (i != left) {
          rest.appendCodePoint(characters[i]);
        }
      }
      add(rest.toString());
    }
  }

  private void add(String key) {
    if (!key.isEmpty()) {
      keys.add(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
    }
  }
}
