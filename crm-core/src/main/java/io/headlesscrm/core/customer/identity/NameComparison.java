package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.name.CompanyName;
import io.headlesscrm.core.name.LegalForm;

/** Compares two names part by part. Used again for the next two. */
final class NameComparison {

  private static final int SHORTEST_NEAR_WORD = 4;
  private static final int SHORTEST_TWICE_WRONG_WORD = 8;

  private double core;
  private double similarity;
  private double trade;
  private double legalForm;

  /** What the names say in bits; 0 when they are of different scripts, so that nothing can be said. */
  double compare(NameProfile a, NameProfile b) {
    core = 0;
    similarity = 1;
    trade = 0;
    compareCores(a, b);
    core = Math.max(Weights.NAME_DIFFERS, Math.min(Weights.NAME_MOST, core));
    legalForm = legalForm(a.legalForm(), b.legalForm());
    return core + trade + legalForm;
  }

  /** What the cores say beside another name that says more. */
  double core() {
    return core;
  }

  /** Adds the clues of the last comparison. */
  void addTo(Tally tally, boolean persons) {
    tally.noteSimilarity(similarity);
    tally.add(coreClue(persons), core);
    tally.add(trade > Weights.TRADE_DIFFERS ? Clue.TRADE_ABBREVIATED : Clue.TRADE_DIFFERS, trade);
    tally.add(Clue.LEGAL_FORM_DIFFERS, legalForm);
  }

  private Clue coreClue(boolean persons) {
    if (core <= 0) {
      return Clue.NAME_DIFFERS;
    }
    if (similarity < 1) {
      return persons ? Clue.PERSON_SIMILAR : Clue.NAME_SIMILAR;
    }
    return Clue.NAME_EQUAL;
  }

  private void compareCores(NameProfile a, NameProfile b) {
    boolean ideographs = !a.ideographs().isEmpty() && !b.ideographs().isEmpty();
    boolean words = !a.words().isEmpty() && !b.words().isEmpty();
    if (ideographs) {
      compareIdeographs(a, b);
    }
    if (words) {
      compareWords(a, b);
    }
    if (!ideographs && !words && soundsAlike(a, b)) {
      core = Weights.SOUND_EQUAL;
    }
  }

  private static boolean soundsAlike(NameProfile a, NameProfile b) {
    return (!a.sound().isEmpty() && a.sound().equals(b.joinedWords()))
        || (!b.sound().isEmpty() && b.sound().equals(a.joinedWords()));
  }

  private void compareIdeographs(NameProfile a, NameProfile b) {
    if (a.stem().equals(b.stem())) {
      core += Math.min(a.stemBits(), b.stemBits());
      compareTrades(a.trade(), b.trade(), Math.min(a.tradeBits(), b.tradeBits()));
    } else if (isSwallowed(a, b)) {
      compareSwallowed(a, b);
    } else if (isSwallowed(b, a)) {
      compareSwallowed(b, a);
    } else {
      compareStems(a, b);
    }
  }

  /** Whether a mistake in the common words of one makes its stem look longer. */
  private static boolean isSwallowed(NameProfile brief, NameProfile full) {
    return full.trade().isEmpty()
        && !brief.trade().isEmpty()
        && full.stem().startsWith(brief.stem())
        && full.stem().length() > brief.stem().length() + 1;
  }

  private void compareSwallowed(NameProfile brief, NameProfile full) {
    core += brief.stemBits() + Weights.NAME_ABBREVIATED;
    similarity = similarity(
        EditDistance.between(brief.ideographs(), full.ideographs()),
        Math.max(brief.ideographs().length(), full.ideographs().length()));
    String rest = full.ideographs().substring(brief.stem().length());
    if (brief.trade().length() > 2 && EditDistance.between(brief.trade(), rest) == 1) {
      core += brief.tradeBits() / 2;
    } else {
      compareTrades(brief.trade(), rest, brief.tradeBits());
    }
  }

  private void compareStems(NameProfile a, NameProfile b) {
    int longer = Math.max(a.stem().length(), b.stem().length());
    int edits = EditDistance.between(a.stem(), b.stem());
    similarity = similarity(edits, longer);
    float bits = Math.min(a.stemBits(), b.stemBits());
    if (!a.sound().isEmpty() && a.sound().equals(b.sound())) {
      core += bits + Weights.HOMOPHONE;
    } else if (2 * edits <= longer) {
      core += bits * similarity + Weights.EDIT * edits;
    } else {
      core += Weights.NAME_DIFFERS;
      return;
    }
    compareTrades(a.trade(), b.trade(), Math.min(a.tradeBits(), b.tradeBits()));
  }

  private void compareTrades(String a, String b, double bits) {
    if (a.equals(b)) {
      core += a.isEmpty() ? 0 : bits;
    } else {
      boolean brief = EditDistance.isAbbreviation(a, b) || EditDistance.isAbbreviation(b, a);
      trade = brief ? Weights.TRADE_ABBREVIATED : Weights.TRADE_DIFFERS;
    }
  }

  private void compareWords(NameProfile a, NameProfile b) {
    int inA = a.words().size();
    int inB = b.words().size();
    long leftA = (1L << Math.min(Long.SIZE - 1, inA)) - 1;
    long leftB = (1L << Math.min(Long.SIZE - 1, inB)) - 1;
    double bits = 0;
    int matched = 0;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < inA; i++) {
        int j = isLeft(leftA, i) ? partner(a, i, b, leftB, round == 0) : -1;
        if (j >= 0) {
          double agreed = Math.min(a.wordBits(i), b.wordBits(j));
          bits += round == 0 ? agreed : agreed * Weights.WORD_EDIT_SHARE + Weights.WORD_EDIT;
          leftA &= ~(1L << i);
          leftB &= ~(1L << j);
          matched += round == 0 ? 2 : 1;
        }
      }
    }
    addWords(a, leftA, b, leftB, bits);
    similarity = Math.min(similarity, (double) matched / Math.max(inA, inB) / 2);
  }

  private void addWords(NameProfile a, long leftA, NameProfile b, long leftB, double bits) {
    if (joined(a, leftA).equals(joined(b, leftB))) {
      core += bits + Math.min(bits(a, leftA), bits(b, leftB));
      return;
    }
    int commonA = common(a, leftA);
    int commonB = common(b, leftB);
    double against = missing(a, leftA) + missing(b, leftB);
    core += Math.max(Weights.NAME_DIFFERS, bits + against);
    trade = commonA > 0 && commonB > 0
        ? Weights.TRADE_DIFFERS
        : commonA + commonB > 0 ? Weights.TRADE_ABBREVIATED : 0;
  }

  private static boolean isLeft(long words, int word) {
    return word < Long.SIZE - 1 && (words >>> word & 1) == 1;
  }

  private static int partner(NameProfile a, int word, NameProfile b, long leftB, boolean exact) {
    String text = a.words().get(word);
    for (int j = 0; j < b.words().size(); j++) {
      if (isLeft(leftB, j)
          && (exact ? text.equals(b.words().get(j)) : isNear(text, b.words().get(j)))) {
        return j;
      }
    }
    return -1;
  }

  private static boolean isNear(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int allowed = shorter < SHORTEST_NEAR_WORD ? 0 : shorter < SHORTEST_TWICE_WRONG_WORD ? 1 : 2;
    return allowed > 0
        && Math.abs(a.length() - b.length()) <= allowed
        && !isNumber(a)
        && !isNumber(b)
        && EditDistance.between(a, b) <= allowed;
  }

  private static String joined(NameProfile name, long left) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < name.words().size(); i++) {
      if (isLeft(left, i)) {
        joined.append(name.words().get(i));
      }
    }
    return joined.toString();
  }

  private static double bits(NameProfile name, long left) {
    double bits = 0;
    for (int i = 0; i < name.words().size(); i++) {
      bits += isLeft(left, i) ? name.wordBits(i) : 0;
    }
    return bits;
  }

  private static int common(NameProfile name, long left) {
    int common = 0;
    for (int i = 0; i < name.words().size(); i++) {
      common += isLeft(left, i) && CompanyName.isCommon(name.words().get(i)) ? 1 : 0;
    }
    return common;
  }

  private static double missing(NameProfile name, long left) {
    double against = 0;
    for (int i = 0; i < name.words().size(); i++) {
      String word = name.words().get(i);
      if (isLeft(left, i) && !CompanyName.isCommon(word)) {
        against += isNumber(word) ? Weights.DIGITS_MISSING : Weights.WORD_MISSING;
      }
    }
    return against;
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static double similarity(int edits, int longer) {
    return longer == 0 ? 1 : Math.max(0, 1 - (double) edits / longer);
  }

  private static double legalForm(LegalForm a, LegalForm b) {
    return a == b || a == LegalForm.NONE || b == LegalForm.NONE ? 0 : Weights.LEGAL_FORM_DIFFERS;
  }
}
