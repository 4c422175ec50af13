package io.headlesscrm.examples.analyse.generate;

/**
 * What a run of the generator has written. The purchase file holds {@code purchases + creditNotes +
 * dirtyRows} rows below its header.
 *
 * @param purchases clean purchase rows, exactly as many as asked for
 * @param creditNotes rows with a negative amount that name the invoice they reverse, &gt;= 0
 * @param dirtyRows damaged or repeated copies of purchase rows, &gt;= 0
 * @param complaints rows of the complaint file, 0 where none was asked for
 */
public record Generated(long purchases, long creditNotes, long dirtyRows, long complaints) {

  /**
   * Rows of the purchase file below its header.
   *
   * @return purchases, credit notes and dirty rows together
   */
  public long purchaseFileRows() {
    return purchases + creditNotes + dirtyRows;
  }

  Generated withComplaints(long written) {
    return new Generated(purchases, creditNotes, dirtyRows, written);
  }
}
