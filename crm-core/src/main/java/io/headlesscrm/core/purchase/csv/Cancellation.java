package io.headlesscrm.core.purchase.csv;

/** Knows a cancelled row by its invoice number: a prefix, in any case, followed by a digit. */
final class Cancellation {

  private final char[] prefix;
  private final boolean known;

  Cancellation(ColumnMapping columns, String prefix) {
    this.prefix = upperCase(prefix);
    this.known = columns.has(CsvColumn.INVOICE) && !prefix.isEmpty();
  }

  boolean isCancelled(Cells cells) {
    if (!known || cells.length(CsvColumn.INVOICE) <= prefix.length) {
      return false;
    }
    char[] text = cells.text();
    int at = cells.start(CsvColumn.INVOICE);
    for (char expected : prefix) {
      if (Character.toUpperCase(text[at++]) != expected) {
        return false;
      }
    }
    return text[at] >= '0' && text[at] <= '9';
  }

  private static char[] upperCase(String text) {
    char[] upper = text.toCharArray();
    for (int i = 0; i < upper.length; i++) {
      upper[i] = Character.toUpperCase(upper[i]);
    }
    return upper;
  }
}
