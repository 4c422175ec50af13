package io.headlesscrm.core.customer.identity;

/**
 * How much clues count, in bits: binary logarithms of how much likelier they are among records of one customer than among
 * records of two that have nothing to do with each other; {@link Clue} has the weights against affiliates. Set by
 * judgement, not fitted to data, and the same for every host.
 *
 * <p>Source: I. P. Fellegi, A. B. Sunter (1969), A Theory for Record Linkage, doi:10.1080/01621459.1969.10501049: the sum
 * of the logarithms of likelihood ratios orders pairs best. Rare values count more: section 3.3.1 there.
 */
final class Weights {

  /** Of all customers so many are assumed to be in the base a second time, and so many to have an affiliate in it. */
  static final double ASSUMED_DUPLICATES = 0.05;

  /** A base of fewer customers is taken to be of so many, so that a small one is not merged lightly. */
  static final double FEWEST_CUSTOMERS = 10_000;

  static final double NUMBER_EQUAL = 32;
  static final double NUMBER_SHARED = 4;
  static final double NUMBER_SIMILAR = 12;
  static final double NUMBER_DIFFERS = -20;
  static final double NUMBER_MISTYPED = -4;

  static final double NAME_MOST = 24;

  /** A second name that agrees in another script tells less than it would alone. */
  static final double SECOND_NAME_SHARE = 0.5;

  static final double NAME_DIFFERS = -10;
  static final double NAME_ABBREVIATED = -1;
  static final double EDIT = -5;
  static final double HOMOPHONE = -3;
  static final double SOUND_EQUAL = 10;

  static final double WORD_EDIT = -3;
  static final double WORD_EDIT_SHARE = 0.7;
  static final double WORD_MISSING = -6;
  static final double DIGITS_MISSING = -8;

  static final double TRADE_DIFFERS = -5;
  static final double TRADE_ABBREVIATED = -1;
  static final double LEGAL_FORM_DIFFERS = -2;
  static final double REGION_EQUAL = 3;
  static final double REGION_DIFFERS = -6;
  static final double BRANCH_DIFFERS = -14;

  static final double CONTACT_EQUAL = 13;
  static final double CONTACT_SHARED = 3;
  static final double CONTACT_MOST = 20;
  static final double PHONE_SIMILAR = 8;
  static final double PHONE_DIFFERS = -2;
  static final double EMAIL_DIFFERS = -1.5;

  static final double STREET_EQUAL = 8;
  static final double STREET_SHARED = 2;
  static final double STREET_LEAST = 0.5;
  static final double UNIT_EQUAL = 4;
  static final double STREET_DIFFERS = -3;
  static final double CITY_DIFFERS = -3;

  static final double KIND_DIFFERS = -8;
  static final double RELATED = -30;

  private static final double LN2 = Math.log(2);

  private Weights() {}

  /** The logarithm of the odds that two records taken at random are one customer and not two unrelated ones. */
  static double prior(long customers) {
    return Math.log(2 * ASSUMED_DUPLICATES / Math.max(FEWEST_CUSTOMERS, (double) customers)) / LN2;
  }

  /** The probability of one alternative that leads each of two others by so many bits. */
  static double probability(double againstUnrelated, double againstAffiliates) {
    return 1 / (1 + Math.exp(-againstUnrelated * LN2) + Math.exp(-againstAffiliates * LN2));
  }

  /** What is left of the weight of a value when more than two customers share it; never negative. */
  static double shared(double weight, double perDoubling, int customers) {
    return Math.max(0, weight - perDoubling * Math.log(Math.max(1, customers - 1)) / LN2);
  }
}
