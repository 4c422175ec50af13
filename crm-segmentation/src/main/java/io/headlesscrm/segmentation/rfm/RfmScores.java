package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;

/** The three scores of every customer of a base, three bytes each. Immutable and thread-safe. */
public final class RfmScores {

  private final CustomerBase base;
  private final byte[] r;
  private final byte[] f;
  private final byte[] m;

  RfmScores(CustomerBase base, byte[] r, byte[] f, byte[] m) {
    this.base = base;
    this.r = r;
    this.f = f;
    this.m = m;
  }

  /**
   * The customers.
   *
   * @return the base that was scored
   */
  public CustomerBase base() {
    return base;
  }

  /**
   * How many customers there are.
   *
   * @return at least 0
   */
  public int size() {
    return r.length;
  }

  /**
   * The recency score of a customer.
   *
   * @param row of the base
   * @return 1 (long ago) to the number of bins (recent)
   */
  public int r(int row) {
    return r[row];
  }

  /**
   * The frequency score of a customer.
   *
   * @param row of the base
   * @return 1 (rare) to the number of bins (often)
   */
  public int f(int row) {
    return f[row];
  }

  /**
   * The monetary score of a customer.
   *
   * @param row of the base
   * @return 1 (little) to the number of bins (much)
   */
  public int m(int row) {
    return m[row];
  }

  /**
   * The three scores of a customer.
   *
   * @param row of the base
   * @return the scores
   */
  public RfmScore score(int row) {
    return new RfmScore(r[row], f[row], m[row]);
  }

  /** Such as {@code scores of 4338 customers as of 2011-12-10 (sales)}. */
  @Override
  public String toString() {
    return "scores of " + base;
  }
}
