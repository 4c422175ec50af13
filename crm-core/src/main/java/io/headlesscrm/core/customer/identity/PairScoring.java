package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.CustomerKind;
import io.headlesscrm.core.customer.ExternalId;
import java.util.Collections;
import java.util.Set;

/** Weighs the evidence on two customers. Not thread-safe: one for each thread. */
final class PairScoring {

  /** Two numbers of these schemes mean two in the register; an ERP or the host may well have given two to one. */
  private static final Set<String> REGISTERS =
      Set.of(ExternalId.USCC, ExternalId.LEI, ExternalId.VAT, ExternalId.TAX);

  private static final int COUNTRY = 2;

  private final double prior;
  private final Tally tally = new Tally();
  private final NameComparison comparison = new NameComparison();

  PairScoring(long customers) {
    this.prior = Weights.prior(customers);
  }

  /** The probability that the two are one customer. */
  double score(Profile a, Profile b) {
    tally.clear();
    addShared(a, b);
    addNumbers(a, b);
    addNames(a, b);
    addDifferences(a, b);
    return Weights.probability(prior + tally.againstUnrelated(), tally.againstAffiliates());
  }

  /** The clues of the last score. */
  Tally tally() {
    return tally;
  }

  /** The numbers, contacts and streets that both have; their keys are sorted. */
  private void addShared(Profile a, Profile b) {
    long[] left = a.keys();
    long[] right = b.keys();
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        addShared(BlockKind.of(left[i]), Math.max(2, Math.max(a.sharing(i), b.sharing(j))));
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    cap(Clue.CONTACT_EQUAL, Weights.CONTACT_MOST);
    cap(Clue.NUMBER_EQUAL, Weights.NUMBER_EQUAL);
    cap(Clue.STREET_EQUAL, Weights.STREET_EQUAL);
  }

  private void addShared(BlockKind kind, int customers) {
    switch (kind) {
      case NUMBER ->
        tally.addShared(
            Clue.NUMBER_EQUAL,
            Weights.shared(Weights.NUMBER_EQUAL, Weights.NUMBER_SHARED, customers),
            customers);
      case CONTACT ->
        tally.addShared(
            Clue.CONTACT_EQUAL,
            Weights.shared(Weights.CONTACT_EQUAL, Weights.CONTACT_SHARED, customers),
            customers);
      case STREET ->
        tally.addShared(
            Clue.STREET_EQUAL,
            Math.max(
                Weights.STREET_LEAST,
                Weights.shared(Weights.STREET_EQUAL, Weights.STREET_SHARED, customers)),
            customers);
      case NAME -> {
        // names are compared part by part
      }
    }
  }

  private void cap(Clue clue, double most) {
    tally.add(clue, Math.min(0, most - tally.bits(clue)));
  }

  private void addNumbers(Profile a, Profile b) {
    for (ExternalId number : a.numbers()) {
      for (ExternalId other : b.numbers()) {
        if (number.scheme().equals(other.scheme())) {
          addNumbers(number, other);
        }
      }
    }
    addMistypedNumbers(a, b);
    addMistypedNumbers(b, a);
    if (tally.bits(Clue.NUMBER_EQUAL) > 0) {
      tally.add(Clue.NUMBER_DIFFERS, -tally.bits(Clue.NUMBER_DIFFERS));
    }
  }

  /** A number with a wrong check digit that is one character away from a right one. */
  private void addMistypedNumbers(Profile wrong, Profile right) {
    for (ExternalId number : wrong.wrongNumbers()) {
      for (ExternalId other : right.numbers()) {
        if (number.scheme().equals(other.scheme())
            && tally.bits(Clue.NUMBER_SIMILAR) == 0
            && EditDistance.between(number.value(), other.value()) == 1) {
          tally.noteScheme(number.scheme());
          tally.add(Clue.NUMBER_SIMILAR, Weights.NUMBER_SIMILAR);
        }
      }
    }
  }

  private void addNumbers(ExternalId number, ExternalId other) {
    if (number.value().equals(other.value())) {
      tally.noteScheme(number.scheme());
    } else if (tally.bits(Clue.NUMBER_EQUAL) == 0 && areOfOneRegister(number, other)) {
      double weight = number.scheme().equals(ExternalId.TAX)
              && EditDistance.between(number.value(), other.value()) == 1
          ? Weights.NUMBER_MISTYPED
          : Weights.NUMBER_DIFFERS;
      tally.noteScheme(number.scheme());
      tally.add(Clue.NUMBER_DIFFERS, Math.min(0, weight - tally.bits(Clue.NUMBER_DIFFERS)));
    }
  }

  /** A company may have a number for value added tax in each of many countries. */
  private static boolean areOfOneRegister(ExternalId number, ExternalId other) {
    return REGISTERS.contains(number.scheme())
        && (!number.scheme().equals(ExternalId.VAT)
            || number.value().regionMatches(0, other.value(), 0, COUNTRY));
  }

  /** The two names that agree best count, and half of what two others say that agree in another script. */
  private void addNames(Profile a, Profile b) {
    double best = Double.NEGATIVE_INFINITY;
    NameProfile bestOfA = null;
    NameProfile bestOfB = null;
    for (NameProfile ofA : a.names()) {
      for (NameProfile ofB : b.names()) {
        double bits = comparison.compare(ofA, ofB);
        if (bits > best && isComparable(ofA, ofB)) {
          best = bits;
          bestOfA = ofA;
          bestOfB = ofB;
        }
      }
    }
    if (bestOfA != null && bestOfB != null) {
      double second = second(a, b, bestOfA);
      comparison.compare(bestOfA, bestOfB);
      comparison.addTo(tally, a.kind() == CustomerKind.PERSON && b.kind() == CustomerKind.PERSON);
      if (tally.bits(Clue.NAME_EQUAL) > 0) {
        tally.add(Clue.NAME_EQUAL, second * Weights.SECOND_NAME_SHARE);
        cap(Clue.NAME_EQUAL, Weights.NAME_MOST);
      }
    }
  }

  private double second(Profile a, Profile b, NameProfile best) {
    double most = 0;
    for (NameProfile ofA : a.names()) {
      for (NameProfile ofB : b.names()) {
        if (ofA.ideographs().isEmpty() != best.ideographs().isEmpty()
            && isComparable(ofA, ofB)
            && comparison.compare(ofA, ofB) > most) {
          most = comparison.core();
        }
      }
    }
    return most;
  }

  private static boolean isComparable(NameProfile a, NameProfile b) {
    return (!a.ideographs().isEmpty() && !b.ideographs().isEmpty())
        || (!a.words().isEmpty() && !b.words().isEmpty())
        || !a.sound().isEmpty()
        || !b.sound().isEmpty();
  }

  private void addDifferences(Profile a, Profile b) {
    if (!a.branches().equals(b.branches())) {
      tally.add(Clue.BRANCH_DIFFERS, Weights.BRANCH_DIFFERS);
    }
    if (!a.regions().isEmpty() && !b.regions().isEmpty()) {
      boolean differ = Collections.disjoint(a.regions(), b.regions());
      tally.add(
          differ ? Clue.REGION_DIFFERS : Clue.REGION_EQUAL,
          differ ? Weights.REGION_DIFFERS : Weights.REGION_EQUAL);
    }
    if (tally.bits(Clue.STREET_EQUAL) > 0 && !Collections.disjoint(a.units(), b.units())) {
      tally.add(Clue.STREET_EQUAL, Weights.UNIT_EQUAL);
    }
    if (tally.bits(Clue.CONTACT_EQUAL) == 0) {
      addOtherContacts(a, b);
    }
    if (tally.bits(Clue.STREET_EQUAL) == 0 && hasStreet(a) && hasStreet(b)) {
      tally.add(Clue.STREET_DIFFERS, Weights.STREET_DIFFERS);
    }
    if (haveDifferentCities(a, b)) {
      tally.add(Clue.CITY_DIFFERS, Weights.CITY_DIFFERS);
    }
    if (a.kind() != b.kind()) {
      tally.add(Clue.KIND_DIFFERS, Weights.KIND_DIFFERS);
    }
    if (a.isRelatedTo(b) || b.isRelatedTo(a)) {
      tally.add(Clue.RELATED, Weights.RELATED);
    }
  }

  private void addOtherContacts(Profile a, Profile b) {
    if (haveSimilarPhones(a, b)) {
      tally.add(Clue.CONTACT_SIMILAR, Weights.PHONE_SIMILAR);
      return;
    }
    boolean phones = !a.phones().isEmpty() && !b.phones().isEmpty();
    boolean emails = a.hasEmail() && b.hasEmail();
    tally.add(
        Clue.CONTACT_DIFFERS,
        (phones ? Weights.PHONE_DIFFERS : 0) + (emails ? Weights.EMAIL_DIFFERS : 0));
  }

  /** One digit is wrong, or two neighbours are swapped. */
  private static boolean haveSimilarPhones(Profile a, Profile b) {
    for (String phone : a.phones()) {
      for (String other : b.phones()) {
        if (phone.length() == other.length() && EditDistance.between(phone, other) == 1) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasStreet(Profile profile) {
    for (long key : profile.keys()) {
      if (BlockKind.of(key) == BlockKind.STREET) {
        return true;
      }
    }
    return false;
  }

  /** Cities in different scripts cannot be told apart. */
  private static boolean haveDifferentCities(Profile a, Profile b) {
    return !a.cities().isEmpty()
        && !b.cities().isEmpty()
        && Collections.disjoint(a.cities(), b.cities())
        && isIdeographic(a.cities().get(0)) == isIdeographic(b.cities().get(0));
  }

  private static boolean isIdeographic(String city) {
    return Character.isIdeographic(city.codePointAt(0));
  }
}
