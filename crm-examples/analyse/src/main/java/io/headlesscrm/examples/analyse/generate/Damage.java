package io.headlesscrm.examples.analyse.generate;

/** What is wrong with a dirty row, as exports go wrong in real life. */
enum Damage {
  /** The counter clerk entered no customer. */
  NO_CUSTOMER,
  /** The null date of a database. */
  ZERO_DATE,
  /** The error text of a spreadsheet in the place of an amount. */
  SPREADSHEET_ERROR,
  /** The row exported twice. */
  DUPLICATE;

  private static final Damage[] ALL = values();

  static Damage pick(Draws draws) {
    return ALL[draws.below(ALL.length)];
  }
}
