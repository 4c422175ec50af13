package io.headlesscrm.core.customer.identity;

/**
 * How many characters must be replaced, left out, added or swapped with their neighbour to make one text of another.
 *
 * <p>Source: optimal string alignment, the restricted form of F. J. Damerau (1964), doi:10.1145/363958.363994.
 */
final class EditDistance {

  private EditDistance() {}

  static int between(String a, String b) {
    int start = 0;
    int endA = a.length();
    int endB = b.length();
    while (start < Math.min(endA, endB) && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    while (start < Math.min(endA, endB) && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    return start == Math.min(endA, endB)
        ? Math.max(endA, endB) - start
        : betweenDifferent(a.substring(start, endA), b.substring(start, endB));
  }

  private static int betweenDifferent(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }

  /** Whether the characters of a short text occur in a long one in the same order, as 货代 in 货运代理. */
  static boolean isAbbreviation(String brief, String full) {
    int found = 0;
    for (int i = 0; i < full.length() && found < brief.length(); i++) {
      if (full.charAt(i) == brief.charAt(found)) {
        found++;
      }
    }
    return found == brief.length();
  }
}
