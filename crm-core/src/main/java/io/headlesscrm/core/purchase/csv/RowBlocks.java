package io.headlesscrm.core.purchase.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into blocks of whole rows, so that any block can be parsed by itself and on any thread. A line that cannot
 * be split into cells is a block of its own. Thread-safe; the same text gives the same blocks for any number of threads.
 */
final class RowBlocks {

  /** Characters of the longest row. */
  static final int MAX_ROW = 1 << 20;

  /** A block fits the cache of a core, with the parser's copy of it. */
  private static final int CAPACITY = 1 << 16;

  private final Reader reader;
  private final char quote;
  private final QuoteScan quotes;
  private char[] text = new char[CAPACITY];
  private int start;
  private int end;
  private int blocks;
  private boolean complete;
  private boolean skipLineFeed;
  /** Where one line is faulty, others are: they are found without looking through the whole text for each. */
  private boolean afterFault;

  RowBlocks(Reader reader, char delimiter, char quote) {
    this.reader = reader;
    this.quote = quote;
    this.quotes = new QuoteScan(delimiter, quote);
  }

  /** The next block; null at the end. */
  synchronized @Nullable Block next() throws IOException {
    if (start == end) {
      fill();
    }
    while (start < end) {
      Block block = cut();
      if (block != null) {
        return block;
      }
      grow();
    }
    return null;
  }

  /** The next block; null when no whole row stands in the text so far. */
  private @Nullable Block cut() throws IOException {
    Block block = afterFault ? null : unquoted();
    return block == null ? quoted() : block;
  }

  /** All rows in the text when there is a whole one and no quote in any; most blocks of most files are such. */
  private @Nullable Block unquoted() {
    int rows = complete ? end : QuoteScan.endOfLastRow(text, start, end, start, false);
    String block = new String(text, start, rows - start);
    return block.isEmpty() || block.indexOf(quote) >= 0 ? null : rows(block);
  }

  private @Nullable Block quoted() throws IOException {
    int rows = quotes.endOfWholeRows(text, start, end, complete);
    afterFault = quotes.fault() != null;
    if (rows > start) {
      return rows(new String(text, start, rows - start));
    }
    if (quotes.fault() != null) {
      return faultyLine(quotes.fault());
    }
    boolean brokenInside = quotes.isInsideQuotes() && endOfLine(start) < end;
    return end - start < MAX_ROW
        ? null
        : faultyLine(brokenInside ? Fault.UNCLOSED_QUOTE : Fault.OVERLONG);
  }

  private Block rows(String block) {
    start += block.length();
    return new Block(blocks++, block, null);
  }

  /** Gives up the line at the start, of which only the beginning is kept. */
  private Block faultyLine(Fault fault) throws IOException {
    int lineEnd = endOfLine(start);
    int kept = Math.min(lineEnd - start, RejectedRow.MAX_VALUE + 1);
    String beginning = new String(text, start, kept);
    while (lineEnd == end && !complete) {
      start = end;
      fill();
      lineEnd = endOfLine(start);
    }
    start = Math.min(end, lineEnd + 1);
    skipLineFeed = lineEnd < end && text[lineEnd] == '\r';
    skipLineFeedAtStart();
    return new Block(blocks++, beginning, fault);
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < end && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private void grow() throws IOException {
    if (end - start == text.length) {
      char[] larger = new char[2 * text.length];
      System.arraycopy(text, start, larger, 0, end - start);
      end -= start;
      start = 0;
      text = larger;
    }
    fill();
  }

  /** Moves what is left to the front and fills the rest, so that blocks do not depend on how the reader delivers. */
  private void fill() throws IOException {
    if (complete) {
      return;
    }
    System.arraycopy(text, start, text, 0, end - start);
    end -= start;
    start = 0;
    while (end < text.length && !complete) {
      int read = reader.read(text, end, text.length - end);
      complete = read < 0;
      end += Math.max(0, read);
    }
    skipLineFeedAtStart();
  }

  private void skipLineFeedAtStart() {
    if (skipLineFeed && start < end) {
      start += text[start] == '\n' ? 1 : 0;
      skipLineFeed = false;
    }
  }

  /**
   * Whole rows, or one faulty line.
   *
   * @param number counts from 0
   * @param text the rows, or the beginning of the line
   * @param fault null for rows
   */
  record Block(int number, String text, @Nullable Fault fault) {}
}
