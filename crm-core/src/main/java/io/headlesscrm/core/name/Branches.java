package io.headlesscrm.core.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what makes a name that of a branch: 深圳分公司, Shenzhen Branch. */
final class Branches {

  private static final Pattern END = Pattern.compile("(?:分公司|支公司|分行|支行|分店|分部|分厂|分社|办事处|营业部|代表处)$");

  private static final Pattern COMPANY = Pattern.compile("^(.*(?:公司|集团|银行))(.*)$");
  private static final String BRANCH = "branch";

  private String found = "";

  /** Which branch; empty: none. */
  String found() {
    return found;
  }

  /** What is left of a run of ideographs. */
  String strip(String run) {
    Matcher end = END.matcher(run);
    if (!end.find()) {
      return run;
    }
    String stem = run.substring(0, end.start());
    Matcher company = COMPANY.matcher(stem);
    int split = company.matches()
        ? company.end(1)
        : stem.length() - Regions.atEndOf(stem).length();
    String which = stem.substring(split);
    found = which.isEmpty() ? end.group() : which.replaceFirst("[省市]$", "");
    return stem.substring(0, split);
  }

  /** Removes "branch" and the words between it and a legal form, or the one word before it. */
  void strip(List<String> words) {
    int branch = words.lastIndexOf(BRANCH);
    if (branch < 1) {
      return;
    }
    int from = branch;
    while (from > 1 && LegalForms.formEndingAt(words, from) == 0) {
      from--;
    }
    if (LegalForms.formEndingAt(words, from) == 0) {
      from = Math.max(1, branch - 1);
    }
    List<String> which = words.subList(from, branch);
    found = which.isEmpty() ? BRANCH : String.join(" ", which);
    words.subList(from, branch + 1).clear();
  }
}
