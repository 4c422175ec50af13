package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;

/** Why a line cannot even be split into cells. Only the line where the row starts is lost, not what follows. */
enum Fault {
  /** A quote is opened and not closed within the longest row, or by the end of the file. */
  UNCLOSED_QUOTE("csv.unclosed_quote"),
  /** Something other than blanks stands between a closing quote and the next delimiter. */
  TEXT_AFTER_QUOTE("csv.text_after_quote"),
  /** The row is longer than {@link RowBlocks#MAX_ROW}. */
  OVERLONG("csv.overlong_row");

  private final String key;

  Fault(String key) {
    this.key = key;
  }

  Reason reason() {
    Reason reason = Reason.of(key);
    return this == OVERLONG ? reason.with("limit", RowBlocks.MAX_ROW) : reason;
  }
}
