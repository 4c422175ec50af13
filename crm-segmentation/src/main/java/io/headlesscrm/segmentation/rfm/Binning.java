package io.headlesscrm.segmentation.rfm;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the customers on an axis are cut into scores of equal size, and above all what happens to customers with equal
 * values that lie on a cut. None of them depends on the order of rows.
 *
 * <p>Of n customers in ascending order (from the worst value to the best, equal values by id ascending as text) the one
 * of rank i, from 0, belongs into bin floor(i * bins / n). Where all values differ, the first five give just that. The
 * last three repeat other programs, defects included, for those who move from them.
 */
public enum Binning {
  /** Equal values stay together in the lowest bin that one of them belongs to. The default. */
  TIES_LOW("ties-low"),
  /** Equal values stay together in the highest bin that one of them belongs to. */
  TIES_HIGH("ties-high"),
  /** Equal values stay together in the bin of the middle one of them, the lower one of two. */
  TIES_MID("ties-mid"),
  /** Equal values are split by id, lower ids into the lower bin. */
  SPLIT_BY_ID("split-by-id"),
  /** Equal values across a cut are an error. */
  FAIL("fail"),
  /**
   * As R rfm 0.3: quantiles of type 7 plus one (day, purchase, major unit of money), lower end included. Not
   * independent of the currency: all amounts up to one major unit above a quantile score with it.
   */
  R_RFM("r-rfm"),
  /**
   * As the usual recipe for pandas qcut: linear quantiles, upper end included, recency labels reversed; frequency is
   * replaced by its rank, equal values by id.
   */
  PANDAS_QCUT("pandas"),
  /** As NTILE of SQL: sizes differ by at most one, the first bins are the larger ones, equal values are split by id. */
  NTILE("ntile");

  private final String text;

  Binning(String text) {
    this.text = text;
  }

  /**
   * The binning of that name.
   *
   * @param name such as {@code ties-low} or {@code r-rfm}, in any case
   * @return the binning
   * @throws IllegalArgumentException for another name
   */
  public static Binning parse(String name) {
    for (Binning binning : values()) {
      if (binning.text.equals(name.toLowerCase(Locale.ROOT))) {
        return binning;
      }
    }
    throw new IllegalArgumentException("binning is \"" + name + "\", it must be one of "
        + Arrays.stream(values()).map(Binning::toString).collect(Collectors.joining(", ")));
  }

  /** The name that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
