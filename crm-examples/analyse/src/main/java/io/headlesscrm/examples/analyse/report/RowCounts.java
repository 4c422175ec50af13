package io.headlesscrm.examples.analyse.report;

import java.util.List;

/**
 * What became of the rows: {@code read = used + setAside + rejected}.
 *
 * @param read rows read, &gt;= 0
 * @param used rows that the figures rest on
 * @param setAside rows that are well-formed but out of scope, such as returns
 * @param rejected rows that could not be read
 * @param setAsideReasons why rows were set aside, the most frequent first
 * @param rejectedReasons why rows were rejected, the most frequent first
 */
public record RowCounts(
    long read,
    long used,
    long setAside,
    long rejected,
    List<RowReason> setAsideReasons,
    List<RowReason> rejectedReasons) {

  public RowCounts {
    if (read != used + setAside + rejected) {
      throw new IllegalArgumentException("read = " + read + " must be used + setAside + rejected = "
          + (used + setAside + rejected) + ".\nMaybe a row was counted twice.");
    }
    setAsideReasons = List.copyOf(setAsideReasons);
    rejectedReasons = List.copyOf(rejectedReasons);
  }
}
