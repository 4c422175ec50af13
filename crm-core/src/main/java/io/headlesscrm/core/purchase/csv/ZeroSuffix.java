package io.headlesscrm.core.purchase.csv;

import java.util.function.UnaryOperator;

/**
 * Whether every id of a column ends in {@code .0}, as whole numbers do that went through a program that knows no whole
 * numbers with gaps.
 */
final class ZeroSuffix {

  private static final String SUFFIX = ".0";

  private boolean seen;
  private boolean broken;

  void note(Cells cells, CsvColumn column) {
    if (!broken) {
      seen = true;
      int length = cells.length(column);
      int end = cells.start(column) + length;
      char[] text = cells.text();
      broken = length <= SUFFIX.length() || text[end - 1] != '0' || text[end - 2] != '.';
    }
  }

  void addAll(ZeroSuffix other) {
    seen |= other.seen;
    broken |= other.broken;
  }

  boolean isCommon() {
    return seen && !broken;
  }

  /** Takes the suffix off where the whole column has it. */
  UnaryOperator<String> removal() {
    return isCommon()
        ? id -> id.endsWith(SUFFIX) ? id.substring(0, id.length() - SUFFIX.length()) : id
        : UnaryOperator.identity();
  }
}
