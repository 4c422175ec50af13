package io.headlesscrm.core.purchase.csv;

import org.jspecify.annotations.Nullable;

/**
 * Finds where rows end in text with quotes, by the parser's own rules: a quote opens only at the start of a cell, two
 * within quotes are one, anywhere else it is a character. What the parser would not split is found as a fault.
 */
final class QuoteScan {

  private final char delimiter;
  private final char quote;
  private char[] text = new char[0];
  private int limit;
  private boolean complete;
  private int rowStart;
  private boolean insideQuotes;
  private @Nullable Fault fault;

  QuoteScan(char delimiter, char quote) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /**
   * Where whole rows end between start, which starts a row, and the limit. A faulty row ends the scan before it.
   * Blanks after a closing quote are moved into the quotes, where the parser accepts them.
   *
   * @param complete whether the text ends at the limit
   */
  int endOfWholeRows(char[] from, int start, int to, boolean complete) {
    text = from;
    limit = to;
    this.complete = complete;
    rowStart = start;
    fault = null;
    insideQuotes = false;
    int at = start;
    while (at >= 0) {
      at = next(at);
    }
    return rowStart;
  }

  /** What is wrong with the row after the whole ones; null when it only goes on beyond the limit. */
  @Nullable
  Fault fault() {
    return fault;
  }

  /** Whether the row after the whole ones goes on beyond the limit within quotes. */
  boolean isInsideQuotes() {
    return insideQuotes;
  }

  /** Moves past the next quoted cell; -1 when the scan is over. */
  private int next(int at) {
    int opening = indexOf(quote, at);
    rowStart = endOfLastRow(text, at, opening, rowStart, opening < limit || complete);
    if (opening == limit) {
      rowStart = complete ? limit : rowStart;
      return -1;
    }
    boolean opens = opening == rowStart || text[opening - 1] == delimiter;
    return opens ? afterQuotes(opening) : opening + 1;
  }

  private int afterQuotes(int opening) {
    int closing = closing(opening);
    int after = closing + 1;
    while (after < limit
        && text[after] != delimiter
        && (text[after] == ' ' || text[after] == '\t')) {
      after++;
    }
    if (after >= limit) {
      return atLimit(closing, after);
    }
    if (text[after] != delimiter && text[after] != '\n' && text[after] != '\r') {
      fault = Fault.TEXT_AFTER_QUOTE;
      return -1;
    }
    moveQuote(closing, after);
    return after;
  }

  private int atLimit(int closing, int after) {
    if (closing < limit && complete) {
      moveQuote(closing, after);
      rowStart = limit;
    } else if (complete) {
      fault = Fault.UNCLOSED_QUOTE;
    }
    insideQuotes = closing == limit;
    return -1;
  }

  /** The quote that closes; the limit when none does. */
  private int closing(int opening) {
    int closing = indexOf(quote, opening + 1);
    while (closing + 1 < limit && text[closing + 1] == quote) {
      closing = indexOf(quote, closing + 2);
    }
    return closing;
  }

  private void moveQuote(int closing, int after) {
    text[closing] = ' ';
    text[after - 1] = quote;
  }

  private int indexOf(char sought, int from) {
    int i = from;
    while (i < limit && text[i] != sought) {
      i++;
    }
    return Math.min(i, limit);
  }

  /**
   * The end of the last line break before {@code to}, at or after {@code from}; else {@code otherwise}. A CR at the very
   * end counts only when {@code complete}: a LF could follow.
   */
  static int endOfLastRow(char[] text, int from, int to, int otherwise, boolean complete) {
    for (int i = to - 1; i >= from; i--) {
      if (text[i] == '\n' || (text[i] == '\r' && (i < to - 1 || complete))) {
        return i + 1;
      }
    }
    return otherwise;
  }
}
