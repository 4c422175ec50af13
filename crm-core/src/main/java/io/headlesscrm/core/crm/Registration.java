package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import java.util.List;

/** What became of a customer that somebody wanted to put on file. */
public sealed interface Registration {

  /**
   * The customer is on file now.
   *
   * @param customer as it is stored
   */
  record Filed(Customer customer) implements Registration {

    public Filed {
      requireNonNull(customer, "customer");
    }
  }

  /**
   * The customer seems to be on file already; nothing was written.
   *
   * @param matches who it may be; the same id among them means that this very id is taken
   */
  record Known(List<CustomerMatch> matches) implements Registration {

    public Known {
      matches = List.copyOf(matches);
    }
  }
}
