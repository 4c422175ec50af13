package io.headlesscrm.core.purchase.csv;

import java.util.Set;

/** What programs write for "no value": nothing, or one of a few words exactly. */
final class MissingMarks {

  private static final int MAX_LENGTH = 4;
  private static final Set<String> MARKS = Set.of("NULL", "null", "NaN", "nan", "\\N");

  private MissingMarks() {}

  static boolean isMissing(Cells cells, CsvColumn column) {
    int length = cells.length(column);
    if (length == 0 || length > MAX_LENGTH) {
      return length == 0;
    }
    char first = cells.text()[cells.start(column)];
    return (first == 'N' || first == 'n' || first == '\\') && MARKS.contains(cells.string(column));
  }
}
