package io.headlesscrm.core.purchase.csv;

/**
 * The cells of the current row that mean something, as ranges of the parser's text: nothing is copied. Good until the
 * next row.
 */
final class Cells {

  /** The slot of all columns that mean nothing. */
  static final int UNUSED = CsvColumn.values().length;

  private final int[] starts = new int[UNUSED + 1];
  private final int[] lengths = new int[UNUSED + 1];
  private char[] text = new char[0];

  @SuppressWarnings("ReferenceEquality")
  void set(int slot, char[] from, int start, int length) {
    // the same for all rows of a block: a store of a reference costs more than the comparison
    if (text != from) {
      text = from;
    }
    starts[slot] = start;
    lengths[slot] = length;
  }

  char[] text() {
    return text;
  }

  int start(CsvColumn column) {
    return starts[column.slot()];
  }

  int length(CsvColumn column) {
    return lengths[column.slot()];
  }

  boolean isEmpty(CsvColumn column) {
    return lengths[column.slot()] == 0;
  }

  String string(CsvColumn column) {
    return new String(text, starts[column.slot()], lengths[column.slot()]);
  }

  boolean contains(CsvColumn column, char sought) {
    int start = starts[column.slot()];
    for (int i = start; i < start + lengths[column.slot()]; i++) {
      if (text[i] == sought) {
        return true;
      }
    }
    return false;
  }

  /** Narrows the cell to what stands between blanks. */
  void trim(CsvColumn column) {
    int slot = column.slot();
    int start = starts[slot];
    int end = start + lengths[slot];
    if (end > start && !isBlank(text[start]) && !isBlank(text[end - 1])) {
      return;
    }
    while (start < end && isBlank(text[start])) {
      start++;
    }
    while (start < end && isBlank(text[end - 1])) {
      end--;
    }
    starts[slot] = start;
    lengths[slot] = end - start;
  }

  /** White space, the spaces that do not break a line, and a byte order mark gone astray. */
  static boolean isBlank(char c) {
    if (c > ' ' && c < 128) {
      return false;
    }
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\uFEFF';
  }
}
