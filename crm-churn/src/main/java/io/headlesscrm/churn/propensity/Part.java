package io.headlesscrm.churn.propensity;

/** What a reason can speak of: columns that tell of one thing. */
enum Part {
  ITEM,
  BREADTH,
  SILENCE,
  PURCHASES,
  AMOUNTS,
  HORIZON;

  /** That of a column of {@link io.headlesscrm.churn.supervised.Features}. */
  static Part ofFeature(String column) {
    if (column.endsWith("-amount)") || column.endsWith("-items)")) {
      return AMOUNTS;
    }
    return switch (column) {
      case "ln(1+gap)", "gap/(1+T)", "ln(1+gap/mg)", "ln(gap/longest-gap)", "sqrt(gap)" -> SILENCE;
      case "ln(horizon)" -> HORIZON;
      default -> PURCHASES;
    };
  }
}
