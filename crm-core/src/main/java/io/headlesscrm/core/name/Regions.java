package io.headlesscrm.core.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the provinces and cities of China off the start of a name. The list is in regions.txt. */
final class Regions {

  private static final Set<String> ALL = Set.copyOf(Lexicon.words("regions.txt"));
  private static final int LONGEST = 4;
  private static final int SHORTEST = 2;

  private static final Pattern KIND = Pattern.compile("^(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|地区|省|市)");

  private static final Pattern DISTRICT = Pattern.compile("^.{2,3}[区县](?=..)");

  private final List<String> found = new ArrayList<>();

  /** In the order in which they stood. */
  List<String> found() {
    return found;
  }

  /** What is left of a run; the whole of it where the rest would be no name. */
  String strip(String run) {
    String rest = run;
    String region = regionAtStartOf(rest);
    while (!region.isEmpty()) {
      String after = withoutKind(rest.substring(region.length()));
      if (CommonWords.stem(after).length() < SHORTEST) {
        return rest;
      }
      found.add(region);
      rest = after;
      region = regionAtStartOf(rest);
    }
    return rest;
  }

  /** Whether a run is a region and nothing else; it is remembered then. */
  boolean take(String run) {
    String region = regionAtStartOf(run);
    boolean whole = !region.isEmpty()
        && (region.length() == run.length()
            || KIND.matcher(run.substring(region.length())).replaceFirst("").isEmpty());
    if (whole) {
      found.add(region);
    }
    return whole;
  }

  /** The region at the end of a run, with what it is called (省, 市); empty when there is none. */
  static String atEndOf(String run) {
    for (int length = Math.min(LONGEST + 1, run.length()); length >= SHORTEST; length--) {
      String end = run.substring(run.length() - length);
      String bare = end.endsWith("市") || end.endsWith("省") ? end.substring(0, length - 1) : end;
      if (ALL.contains(bare)) {
        return end;
      }
    }
    return "";
  }

  private static String regionAtStartOf(String run) {
    for (int length = Math.min(LONGEST, run.length()); length >= SHORTEST; length--) {
      String start = run.substring(0, length);
      if (ALL.contains(start)) {
        return start;
      }
    }
    return "";
  }

  private static String withoutKind(String text) {
    Matcher kind = KIND.matcher(text);
    return kind.find() ? DISTRICT.matcher(text.substring(kind.end())).replaceFirst("") : text;
  }
}
