package io.headlesscrm.core.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes one name apart, run by run. */
final class CompanyNameParser {

  private static final Set<String> FILLERS = Set.of("the", "and", "und", "et", "y", "of");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

  private final Romanisation romanisation;
  private final LegalForms forms = new LegalForms();
  private final Branches branches = new Branches();
  private final Regions regions = new Regions();

  CompanyNameParser(Romanisation romanisation) {
    this.romanisation = romanisation;
  }

  CompanyName parse(String text) {
    Runs runs = Runs.of(Folding.folded(text));
    List<String> words = words(runs.words());
    String ideographs = ideographs(runs.ideographs());
    if (ideographs.isEmpty() && words.isEmpty()) {
      ideographs = String.join("", runs.ideographs());
    }
    return new CompanyName(
        ideographs, words, forms.found(), regions.found(), branches.found(), sound(ideographs));
  }

  private List<String> words(List<String> all) {
    List<String> words = new ArrayList<>(all);
    branches.strip(words);
    forms.strip(words);
    if (!FILLERS.containsAll(words)) {
      words.removeAll(FILLERS);
    }
    return words;
  }

  private String ideographs(List<String> runs) {
    List<String> named = runs.stream()
        .map(branches::strip)
        .map(forms::strip)
        .filter(run -> !run.isEmpty())
        .toList();
    if (named.size() == 1) {
      return regions.strip(named.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (String run : named) {
      if (!regions.take(run)) {
        joined.append(joined.isEmpty() ? regions.strip(run) : run);
      }
    }
    return joined.isEmpty() ? String.join("", named) : joined.toString();
  }

  private String sound(String ideographs) {
    if (ideographs.isEmpty()) {
      return "";
    }
    String letters = Folding.folded(romanisation.romanised(ideographs)).toLowerCase(Locale.ROOT);
    return NO_LETTER.matcher(letters).replaceAll("");
  }
}
