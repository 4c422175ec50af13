package io.headlesscrm.core.purchase.csv;

/** Takes the good rows of one worker. */
interface RowSink {

  /**
   * A row that is not rejected.
   *
   * @param row good until this returns
   * @param position of its first line, see {@link LineNumbers}
   */
  void accept(RowReader row, long position);
}
