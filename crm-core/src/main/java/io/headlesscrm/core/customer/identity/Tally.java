package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.evidence.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The clues about one pair and their weights. Used again for the next pair, so that most pairs allocate nothing. */
final class Tally {

  private static final List<Clue> CLUES = List.of(Clue.values());

  private final double[] bits = new double[CLUES.size()];
  private final int[] customers = new int[CLUES.size()];
  private double similarity;
  private String scheme = "";

  void clear() {
    Arrays.fill(bits, 0);
    Arrays.fill(customers, 0);
    similarity = 1;
    scheme = "";
  }

  void add(Clue clue, double weight) {
    bits[place(clue)] += weight;
  }

  /** A value that so many customers share. */
  void addShared(Clue clue, double weight, int sharing) {
    add(clue, weight);
    customers[place(clue)] = Math.max(customers[place(clue)], sharing);
  }

  void noteSimilarity(double share) {
    similarity = share;
  }

  void noteScheme(String name) {
    scheme = name;
  }

  double bits(Clue clue) {
    return bits[place(clue)];
  }

  double againstUnrelated() {
    double total = 0;
    for (double weight : bits) {
      total += weight;
    }
    return total;
  }

  double againstAffiliates() {
    double total = 0;
    for (int i = 0; i < bits.length; i++) {
      total += bits[i] == 0 ? 0 : CLUES.get(i).againstAffiliates();
    }
    return total;
  }

  /** The weightiest first. */
  List<Reason> reasons() {
    return CLUES.stream()
        .filter(clue -> bits(clue) != 0)
        .sorted(Comparator.comparingDouble(clue -> -Math.abs(bits(clue))))
        .map(this::reason)
        .toList();
  }

  /** A place in an array that lives as long as a search; nothing is stored by it. */
  @SuppressWarnings("EnumOrdinal")
  private static int place(Clue clue) {
    return clue.ordinal();
  }

  private Reason reason(Clue clue) {
    Reason reason = Reason.of(clue.key()).with("bits", bits(clue));
    return switch (clue) {
      case NUMBER_EQUAL ->
        reason.with("customers", customers[place(clue)]).withValue("scheme", scheme);
      case NUMBER_SIMILAR, NUMBER_DIFFERS -> reason.withValue("scheme", scheme);
      case CONTACT_EQUAL, STREET_EQUAL -> reason.with("customers", customers[place(clue)]);
      case NAME_SIMILAR, PERSON_SIMILAR -> reason.with("similarity", similarity);
      default -> reason;
    };
  }
}
