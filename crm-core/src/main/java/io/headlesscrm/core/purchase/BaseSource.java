package io.headlesscrm.core.purchase;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.Arrays;
import java.util.Currency;

/** Where the rows of a base come from: a log, or summaries that the host keeps. */
interface BaseSource {

  Currency currency();

  CustomerId customer(int index);

  /** The index of the customer, or a negative number. */
  int indexOf(CustomerId customer);

  PurchaseSummary summary(int index);

  static BaseSource of(PurchaseLog log, ReturnsPolicy policy, ObservationWindow window) {
    return new BaseSource() {
      @Override
      public Currency currency() {
        return log.currency();
      }

      @Override
      public CustomerId customer(int index) {
        return log.customer(index);
      }

      @Override
      public int indexOf(CustomerId customer) {
        return log.indexOf(customer);
      }

      @Override
      public PurchaseSummary summary(int index) {
        return new SummaryScan(log, window, policy).summary(index);
      }
    };
  }

  static BaseSource of(CustomerId[] ids, PurchaseSummary[] summaries, Currency currency) {
    return new BaseSource() {
      @Override
      public Currency currency() {
        return currency;
      }

      @Override
      public CustomerId customer(int index) {
        return ids[index];
      }

      @Override
      public int indexOf(CustomerId customer) {
        return Arrays.binarySearch(ids, customer);
      }

      @Override
      public PurchaseSummary summary(int index) {
        return summaries[index];
      }
    };
  }
}
