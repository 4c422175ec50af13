package io.headlesscrm.examples.analyse.generate;

/** How much of a purchase is written. */
public enum Columns {
  /**
   * Everything an export of an express company would hold: {@code
   * customer_id,date,invoice,service,lane,channel,amount,currency,reversal_of}, with credit notes
   * and, where asked for, dirty rows.
   */
  FULL("customer_id,date,invoice,service,lane,channel,amount,currency,reversal_of"),

  /**
   * {@code customer_id,date,amount}, about 26 bytes a row, nothing but clean purchases: for
   * benchmarks.
   */
  LEAN("customer_id,date,amount");

  private final String header;

  Columns(String header) {
    this.header = header;
  }

  /**
   * The header line, without a line end.
   *
   * @return column names, separated by commas
   */
  public String header() {
    return header;
  }
}
