package io.headlesscrm.core.name;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes legal forms off a name and remembers which family they were of. The lists are in legal-forms.txt. */
final class LegalForms {

  /** Written before the name in Japan, Korea, Russia, Indonesia. */
  private static final Set<String> WRITTEN_FIRST = Set.of(
      "株式会社", "有限会社", "合同会社", "주식회사", "유한회사", "株", "주", "pt", "ooo", "ооо", "ао", "оао", "зао",
      "пао", "oao", "pao", "tov", "firma");

  /** Mean nothing else even in the middle of a name. */
  private static final Set<String> UNMISTAKABLE = Set.of(
      "ltd",
      "co ltd",
      "limited",
      "llc",
      "inc",
      "incorporated",
      "corp",
      "plc",
      "gmbh",
      "pte ltd",
      "pty ltd",
      "pvt ltd",
      "sdn bhd",
      "llp");

  private static final Map<String, LegalForm> IDEOGRAPHS = new HashMap<>();
  private static final Map<String, LegalForm> WORDS = new HashMap<>();

  static {
    for (String line : Lexicon.lines("legal-forms.txt")) {
      boolean ofWords = line.contains(":");
      String[] parts = line.split(ofWords ? ": " : " ", 2);
      LegalForm form = LegalForm.valueOf(parts[0].toUpperCase(Locale.ROOT));
      Stream.of(parts[1].split(ofWords ? "\\|" : " "))
          .forEach(text -> (ofWords ? WORDS : IDEOGRAPHS).put(text, form));
    }
  }

  private static final List<String> LONGEST_FIRST = IDEOGRAPHS.keySet().stream()
      .sorted(Comparator.comparingInt(String::length).reversed())
      .toList();

  private static final int MOST_WORDS =
      WORDS.keySet().stream().mapToInt(form -> form.split(" ", -1).length).max().orElse(0);

  private LegalForm found = LegalForm.NONE;

  /** A group stays a group whatever follows; else the first form that says something counts. */
  LegalForm found() {
    return found;
  }

  /** What is left of a run of ideographs; may be empty. */
  String strip(String run) {
    String rest = run;
    String before;
    do {
      before = rest;
      rest = stripOnce(rest);
    } while (!rest.equals(before));
    return rest;
  }

  /** Removes the forms from the words; one word at least is left. */
  void strip(List<String> words) {
    stripFirst(words);
    stripLast(words);
    stripUnmistakable(words);
    stripLast(words);
  }

  /** How many words before this place are a legal form; 0: none. */
  static int formEndingAt(List<String> words, int end) {
    for (int length = Math.min(MOST_WORDS, end); length > 0; length--) {
      if (WORDS.containsKey(String.join(" ", words.subList(end - length, end)))) {
        return length;
      }
    }
    return 0;
  }

  private String stripOnce(String run) {
    for (String form : LONGEST_FIRST) {
      boolean whole = run.equals(form);
      if (whole || (form.length() > 1 && run.endsWith(form))) {
        note(IDEOGRAPHS.get(form));
        return run.substring(0, run.length() - form.length());
      }
      if (form.length() > 1 && WRITTEN_FIRST.contains(form) && run.startsWith(form)) {
        note(IDEOGRAPHS.get(form));
        return run.substring(form.length());
      }
    }
    return run;
  }

  private void stripFirst(List<String> words) {
    if (words.size() > 1 && WRITTEN_FIRST.contains(words.get(0))) {
      remove(words, 0, 1);
    }
  }

  private void stripLast(List<String> words) {
    int length = formEndingAt(words, words.size());
    while (length > 0 && length < words.size()) {
      remove(words, words.size() - length, length);
      length = formEndingAt(words, words.size());
    }
  }

  private void stripUnmistakable(List<String> words) {
    for (int end = words.size() - 1; end > 1; end--) {
      int length = formEndingAt(words, end);
      if (length > 0
          && length < end
          && UNMISTAKABLE.contains(String.join(" ", words.subList(end - length, end)))) {
        remove(words, end - length, length);
        end -= length - 1;
      }
    }
  }

  private void remove(List<String> words, int from, int length) {
    List<String> form = words.subList(from, from + length);
    note(WORDS.get(String.join(" ", form)));
    form.clear();
  }

  private void note(@Nullable LegalForm form) {
    if (form != null && (found == LegalForm.NONE || form == LegalForm.GROUP)) {
      found = form;
    }
  }
}
