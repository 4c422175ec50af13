package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What purchases tell about a customer as of the date of a base, on scales on which a linear model can use it. All
 * times are weeks. Only the base is looked at: what it does not know cannot leak.
 *
 * <p>x repeat purchase days, T the age of the customer, gap the weeks since the last purchase, R0 the purchases per week
 * of the base, mg = (t_x + 1/R0) / (x + 1) the customer's own mean gap, shrunk to that of the base.
 */
public final class Features {

  /** The features that carry most, lightly penalised. */
  static final List<String> CORE = List.of(
      "ln(1+x)",
      "x=0",
      "ln(1+T)",
      "ln(1+gap)",
      "gap/(1+T)",
      "ln(rate)",
      "ln(1+gap/mg)",
      "recent-share",
      "ln(decayed-8)",
      "ln(decayed-26)",
      "ln(1+longest-gap)",
      "ln(gap/longest-gap)");

  private static final List<String> MORE =
      List.of("sqrt(gap)", "ln(mg)", "ln(1+last-gap)", "gap-variation");

  private static final int[] WINDOWS = {2, 4, 8, 13, 26, 52};
  private static final double UNKNOWN_VARIATION = 0.8;
  private static final double MOST_VARIATION = 3;
  private static final double FAST_DECAY = 8;
  private static final double SLOW_DECAY = 26;
  private static final double LEAST_DECAYED = 1e-3;
  private static final double DAYS_OF_A_WEEK = 7;

  private final List<String> names;
  private final int[] windows;
  private final Detail detail;

  private Features(int[] windows, Detail detail) {
    this.windows = windows;
    this.detail = detail;
    List<String> all = new ArrayList<>(CORE);
    all.addAll(MORE);
    for (int window : windows) {
      all.add("ln(1+count-" + window + ")");
    }
    all.addAll(ValueColumns.names(detail));
    this.names = Collections.unmodifiableList(all);
  }

  /**
   * The features that a history allows.
   *
   * @param historyDays the shortest history for which they will be computed: counts of longer windows are left out
   * @param detail what is looked at beside purchase days
   * @return the features
   */
  public static Features of(int historyDays, Detail detail) {
    return new Features(
        Arrays.stream(WINDOWS)
            .filter(window -> window * DAYS_OF_A_WEEK <= historyDays)
            .toArray(),
        detail);
  }

  /**
   * The features of a file.
   *
   * @param windows how many of the windows for counts there are, the shortest first, 0 to 6
   * @param detail what is looked at beside purchase days
   * @return the features
   */
  public static Features ofWindows(int windows, Detail detail) {
    if (windows < 0 || windows > WINDOWS.length) {
      throw new IllegalArgumentException(
          "windows is " + windows + ", it must be in [0, " + WINDOWS.length + "]");
    }
    return new Features(Arrays.copyOf(WINDOWS, windows), detail);
  }

  /**
   * How many windows for counts there are.
   *
   * @return 0 to 6
   */
  public int windows() {
    return windows.length;
  }

  /**
   * What is looked at beside purchase days.
   *
   * @return how much
   */
  public Detail detail() {
    return detail;
  }

  /**
   * Their names.
   *
   * @return in the order of the columns
   */
  public List<String> names() {
    return names;
  }

  /**
   * The features of every customer.
   *
   * @param base as of any date; customers of whom only returns are known are as if they had bought that day once
   * @return one row per row of the base, one column per name; NaN for what a base of summaries does not know: the amount of
   *     the last day, returns and items
   */
  public double[][] of(CustomerBase base) {
    double rate = purchasesPerWeek(base);
    int end = Math.toIntExact(base.asOf().toEpochDay()) - 1;
    double[][] rows = new double[base.size()][];
    for (int row = 0; row < rows.length; row++) {
      int[] days = base.summary(row).epochDays();
      rows[row] = row(days.length == 0 ? new int[] {end} : days, end, rate);
    }
    if (detail.includes(Detail.AMOUNTS)) {
      ValueColumns values = new ValueColumns(base, detail);
      for (int row = 0; row < rows.length; row++) {
        values.fill(row, rows[row]);
      }
    }
    return rows;
  }

  /** R0, with one purchase in the longest age more, so that it is never 0. */
  private static double purchasesPerWeek(CustomerBase base) {
    double purchases = 1;
    double ages = Math.max(1, base.window().days()) / DAYS_OF_A_WEEK;
    for (int row = 0; row < base.size(); row++) {
      purchases += base.repeatPurchases(row);
      ages += base.age(row) / DAYS_OF_A_WEEK;
    }
    return purchases / ages;
  }

  /** A kernel: all features of one customer from the ascending purchase days. */
  private double[] row(int[] days, int end, double baseRate) {
    int x = days.length - 1;
    double age = (end - days[0]) / DAYS_OF_A_WEEK;
    double gap = (end - days[x]) / DAYS_OF_A_WEEK;
    double rate = (x + 1) / (age + 1 / baseRate);
    double meanGap = ((days[x] - days[0]) / DAYS_OF_A_WEEK + 1 / baseRate) / (x + 1);
    double longest = 0;
    double sum = 0;
    double squares = 0;
    double fast = 0;
    double slow = 0;
    double recent = 0;
    for (int i = 0; i <= x; i++) {
      double ago = (end - days[i]) / DAYS_OF_A_WEEK;
      fast += Math.exp(-ago / FAST_DECAY);
      slow += Math.exp(-ago / SLOW_DECAY);
      recent += ago < age / 2 ? 1 : 0;
      double own = i == 0 ? 0 : (days[i] - days[i - 1]) / DAYS_OF_A_WEEK;
      longest = Math.max(longest, own);
      sum += own;
      squares += own * own;
    }
    double last = x == 0 ? 0 : (days[x] - days[x - 1]) / DAYS_OF_A_WEEK;
    double variation = x < 2
        ? UNKNOWN_VARIATION
        : Math.min(MOST_VARIATION, Math.sqrt(Math.max(0, squares * x / (sum * sum) - 1)));
    double[] row = Arrays.copyOf(
        new double[] {
          Math.log1p(x),
          x == 0 ? 1 : 0,
          Math.log1p(age),
          Math.log1p(gap),
          gap / (age + 1),
          Math.log(rate),
          Math.log1p(gap / meanGap),
          recent / (x + 1),
          Math.log(fast + LEAST_DECAYED),
          Math.log(slow + LEAST_DECAYED),
          Math.log1p(longest),
          Math.log((gap + 1) / (longest + 1)),
          Math.sqrt(gap),
          Math.log(meanGap),
          Math.log1p(last),
          variation
        },
        names.size());
    for (int i = 0; i < windows.length; i++) {
      int from = end - (int) (windows[i] * DAYS_OF_A_WEEK);
      row[CORE.size() + MORE.size() + i] =
          Math.log1p(days.length - Origins.countBefore(days, from + 1));
    }
    return row;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Features that && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** Such as {@code 18 features}. */
  @Override
  public String toString() {
    return names.size() + " features";
  }
}
