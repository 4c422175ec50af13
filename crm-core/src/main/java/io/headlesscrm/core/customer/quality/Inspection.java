package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import java.time.LocalDate;

/** Looks at one record for one kind of fault. What it needs beside the record it was made with. */
@FunctionalInterface
public interface Inspection {

  /**
   * Looks at a record.
   *
   * @param customer any; with a name
   * @param day the day to judge by
   * @return what was found; the same for the same arguments
   */
  Inspected inspect(Customer customer, LocalDate day);
}
