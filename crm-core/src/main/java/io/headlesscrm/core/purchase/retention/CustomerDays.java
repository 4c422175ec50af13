package io.headlesscrm.core.purchase.retention;

import java.time.LocalDate;

/** When somebody is a customer. */
interface CustomerDays {

  /** Whether it is one at the very beginning of a day. */
  boolean isCustomerAt(LocalDate day);

  /** Whether it was one at any time before that. */
  boolean wasCustomerBefore(LocalDate day);
}
