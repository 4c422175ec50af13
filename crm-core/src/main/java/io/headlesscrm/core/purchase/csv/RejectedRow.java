package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * A row that cannot be a purchase.
 *
 * @param line where the row starts, as a text editor counts: the first line of the file is 1
 * @param column the name of the column that is at fault, as the file spells it; empty when it is the row as a whole
 * @param value what stands there, cut after {@value #MAX_VALUE} characters
 * @param reason why the row was rejected
 */
public record RejectedRow(long line, String column, String value, Reason reason) {

  /** How many characters of a value are kept; a longer one ends in an ellipsis. */
  public static final int MAX_VALUE = 80;

  public RejectedRow {
    requireNonNull(column, "column");
    requireNonNull(reason, "reason");
    value = cut(value);
  }

  RejectedRow atLine(long absoluteLine) {
    return new RejectedRow(absoluteLine, column, value, reason);
  }

  private static String cut(String value) {
    // one more than the limit is a value that was cut before
    if (value.length() <= MAX_VALUE + 1 && (value.length() <= MAX_VALUE || value.endsWith("…"))) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
    return value.substring(0, end) + "…";
  }
}
