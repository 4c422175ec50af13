package io.headlesscrm.core.purchase;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** Where the rows of a base come from: a log, or summaries that the host keeps. */
interface BaseSource {

  Currency currency();

  CustomerId customer(int index);

  /** The index of the customer, or a negative number. */
  int indexOf(CustomerId customer);

  PurchaseSummary summary(int index);

  /** What was bought day by day, where the purchases themselves are known. */
  Optional<PurchaseDays> findDays(int index);

  /** Whether some purchase of the customer is known to be of several items. */
  boolean isItemised(int index);

  /** The base of another window, where the purchases themselves are known. */
  Optional<CustomerBase> findWithin(ObservationWindow other);

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

      @Override
      public Optional<PurchaseDays> findDays(int index) {
        return Optional.of(new SummaryScan(log, window, policy).days(index));
      }

      @Override
      public boolean isItemised(int index) {
        return new SummaryScan(log, window, policy).isItemised(index);
      }

      @Override
      public Optional<CustomerBase> findWithin(ObservationWindow other) {
        return Optional.of(log.within(other, policy));
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

      @Override
      public Optional<PurchaseDays> findDays(int index) {
        return Optional.empty();
      }

      @Override
      public boolean isItemised(int index) {
        return false;
      }

      @Override
      public Optional<CustomerBase> findWithin(ObservationWindow other) {
        return Optional.empty();
      }
    };
  }
}
