package io.headlesscrm.core.purchase.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Takes cells from the parser and hands on whole rows, counting lines. No row is returned to the parser, which
 * therefore runs through a whole block by itself.
 */
final class RowHandler extends CsvCallbackHandler<Object> {

  private final int[] slots;
  private final Cells cells;
  private final RowListener listener;
  private int fields;
  private int rowStart;
  private int line;
  private int innerBreaks;
  private boolean empty;

  RowHandler(int[] slots, Cells cells, RowListener listener) {
    this.slots = slots;
    this.cells = cells;
    this.listener = listener;
  }

  /** Starts a block. */
  void reset() {
    line = 0;
  }

  /** Lines of the block so far; while a row is heard, the lines before it. */
  int lines() {
    return line;
  }

  @Override
  protected RecordType getRecordType() {
    return empty ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return fields;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    fields = 0;
    innerBreaks = 0;
    empty = false;
  }

  @Override
  protected void addField(char[] text, int start, int length, boolean quoted) {
    if (fields == 0) {
      rowStart = quoted ? start - 1 : start;
    }
    cells.set(fields < slots.length ? slots[fields] : Cells.UNUSED, text, start, length);
    fields++;
    if (quoted) {
      innerBreaks += lineBreaks(text, start, length);
    }
  }

  @Override
  protected void setComment(char[] text, int start, int length) {
    throw new IllegalStateException("the parser knows no comments");
  }

  @Override
  protected void setEmpty() {
    empty = true;
  }

  @Override
  protected @Nullable Object buildRecord() {
    if (!empty) {
      listener.row(fields, rowStart);
    }
    line += 1 + innerBreaks;
    return null;
  }

  private static int lineBreaks(char[] text, int start, int length) {
    int breaks = 0;
    for (int i = start; i < start + length; i++) {
      if (text[i] == '\r' || (text[i] == '\n' && (i == start || text[i - 1] != '\r'))) {
        breaks++;
      }
    }
    return breaks;
  }

  /** Hears of each row that is not an empty line; its cells are in {@link Cells} until it returns. */
  interface RowListener {

    /**
     * A row.
     *
     * @param fields how many cells it has
     * @param start where it starts in the text of the cells
     */
    void row(int fields, int start);
  }
}
