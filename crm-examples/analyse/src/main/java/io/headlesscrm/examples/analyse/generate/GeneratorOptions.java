package io.headlesscrm.examples.analyse.generate;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Size, period and seed of the made-up company. Equal options give equal bytes, on any machine.
 *
 * @param customers customers, 1 to 200,000,000; each has at least one purchase
 * @param purchases purchase rows, &gt;= {@code customers}; credit notes and dirty rows come on top
 * @param seed seed of every draw
 * @param start first day of business
 * @param end last day of business, inclusive, at most 32,000 days after the first
 * @param dirtyShare dirty rows per purchase, in [0, 0.5]; 0 switches them off
 * @param columns which columns are written
 */
public record GeneratorOptions(
    int customers,
    int purchases,
    long seed,
    LocalDate start,
    LocalDate end,
    double dirtyShare,
    Columns columns) {

  /** Share of dirty rows unless told otherwise: two in a thousand purchases. */
  public static final double DEFAULT_DIRTY_SHARE = 0.002;

  static final int MAX_CUSTOMERS = 200_000_000;
  static final int MAX_DAYS = 32_000;

  public GeneratorOptions {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    requireNonNull(columns, "columns");
    require(customers >= 1 && customers <= MAX_CUSTOMERS, "customers", customers, "1 to 200000000");
    require(purchases >= customers, "purchases", purchases, ">= customers (" + customers + ")");
    long span = DAYS.between(start, end);
    require(span >= 0 && span <= MAX_DAYS, "end", end, "0 to 32000 days after " + start);
    require(dirtyShare >= 0 && dirtyShare <= 0.5, "dirtyShare", dirtyShare, "in [0, 0.5]");
  }

  /**
   * Three years of business, 2023 to 2025, with all columns and the default share of dirty rows.
   *
   * @param customers customers, 1 to 200,000,000
   * @param purchases purchase rows, &gt;= {@code customers}
   * @param seed seed of every draw
   * @return the options
   */
  public static GeneratorOptions of(int customers, int purchases, long seed) {
    return new GeneratorOptions(
        customers,
        purchases,
        seed,
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2025, 12, 31),
        DEFAULT_DIRTY_SHARE,
        Columns.FULL);
  }

  /**
   * The same company in another period.
   *
   * @param newStart first day of business
   * @param newEnd last day of business, inclusive
   * @return a copy
   */
  public GeneratorOptions withPeriod(LocalDate newStart, LocalDate newEnd) {
    return new GeneratorOptions(customers, purchases, seed, newStart, newEnd, dirtyShare, columns);
  }

  /**
   * The same company with more or fewer dirty rows.
   *
   * @param newShare dirty rows per purchase, in [0, 0.5]
   * @return a copy
   */
  public GeneratorOptions withDirtyShare(double newShare) {
    return new GeneratorOptions(customers, purchases, seed, start, end, newShare, columns);
  }

  /**
   * The same company, written with other columns.
   *
   * @param newColumns which columns are written
   * @return a copy
   */
  public GeneratorOptions withColumns(Columns newColumns) {
    return new GeneratorOptions(customers, purchases, seed, start, end, dirtyShare, newColumns);
  }

  int days() {
    return (int) DAYS.between(start, end) + 1;
  }

  private static void require(boolean holds, String name, Object value, String bound) {
    if (!holds) {
      throw new IllegalArgumentException(name
          + " = "
          + value
          + " must be "
          + bound
          + ".\nMaybe customers and purchases, or start and end, were exchanged.");
    }
  }
}
