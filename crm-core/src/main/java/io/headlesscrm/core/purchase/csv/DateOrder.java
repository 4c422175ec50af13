package io.headlesscrm.core.purchase.csv;

/** How dates such as 3/4/2026 are meant. */
public enum DateOrder {
  /** 3/4/2026 is the third of April. */
  DAY_FIRST,
  /** 3/4/2026 is the fourth of March. */
  MONTH_FIRST
}
