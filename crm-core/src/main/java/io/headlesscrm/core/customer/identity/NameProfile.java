package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.name.CompanyName;
import io.headlesscrm.core.name.LegalForm;
import io.headlesscrm.core.name.PersonName;
import java.util.List;
import java.util.Set;

/** One name of a customer, ready to be compared. */
final class NameProfile {

  private static final float[] NO_BITS = {};

  private final CompanyName name;
  private final Set<String> keys;
  private final String stem;
  private final String trade;
  private final String joinedWords;
  private float stemBits;
  private float tradeBits;
  private float[] wordBits = NO_BITS;

  private NameProfile(CompanyName name, String stem, Set<String> keys) {
    this.name = name;
    this.keys = keys;
    this.stem = stem;
    this.trade = name.ideographs().substring(stem.length());
    this.joinedWords = String.join("", name.words());
  }

  static NameProfile of(CompanyName name) {
    return new NameProfile(name, name.stem(), name.blockingKeys());
  }

  /** A person is a company whose name has no common words. */
  static NameProfile of(PersonName name) {
    CompanyName parts =
        new CompanyName(name.ideographs(), name.words(), LegalForm.NONE, List.of(), "", "");
    return new NameProfile(parts, name.ideographs(), name.blockingKeys());
  }

  Set<String> keys() {
    return keys;
  }

  /** Adds the parts whose rarity counts. */
  void addPartsTo(Set<String> parts) {
    if (!stem.isEmpty()) {
      parts.add(stem);
    }
    if (!trade.isEmpty()) {
      parts.add(trade);
    }
    parts.addAll(name.words());
  }

  void weigh(NameRarity rarity) {
    stemBits = rarity.bits(stem);
    tradeBits = rarity.bits(trade);
    wordBits = new float[name.words().size()];
    for (int i = 0; i < wordBits.length; i++) {
      wordBits[i] = rarity.bits(name.words().get(i));
    }
  }

  String ideographs() {
    return name.ideographs();
  }

  String stem() {
    return stem;
  }

  /** The common words behind the stem. */
  String trade() {
    return trade;
  }

  String sound() {
    return name.sound();
  }

  List<String> words() {
    return name.words();
  }

  String joinedWords() {
    return joinedWords;
  }

  LegalForm legalForm() {
    return name.legalForm();
  }

  List<String> regions() {
    return name.regions();
  }

  String branch() {
    return name.branch();
  }

  float stemBits() {
    return stemBits;
  }

  float tradeBits() {
    return tradeBits;
  }

  float wordBits(int word) {
    return wordBits[word];
  }
}
