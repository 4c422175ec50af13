package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Who was good once and has faded: spent much in an earlier window, and buys little or nothing in a recent one, while
 * hardly anybody talks to it.
 *
 * @param goodFrom what a good customer spends in the earlier window at least; above 0
 * @param keptShare up to which share of its former spend per day a customer counts as silent, in [0, 1); 0: only who buys
 *     nothing at all
 * @param mostContacts up to how many contacts in the recent window it counts as left alone, at least 0
 */
public record FadingRule(Money goodFrom, double keptShare, int mostContacts) {

  public FadingRule {
    requireNonNull(goodFrom, "goodFrom");
    if (goodFrom.minorUnits() <= 0) {
      throw new IllegalArgumentException("goodFrom is " + goodFrom
          + ", it must be above 0. Maybe the smallest spend of an A customer?");
    }
    if (!(keptShare >= 0 && keptShare < 1)) {
      throw new IllegalArgumentException(
          "keptShare is " + keptShare + ", it must be in [0, 1). Maybe it was given in percent?");
    }
    if (mostContacts < 0) {
      throw new IllegalArgumentException("mostContacts is " + mostContacts
          + ", it must be at least 0. Maybe Integer.MAX_VALUE to leave contacts aside?");
    }
  }

  /**
   * The customers to win back.
   *
   * @param earlier the customers of the earlier window
   * @param recent the customers of the recent window, which begins when the earlier one has ended, under the same policy
   *     and in the same currency
   * @param contacts how often there was contact with a customer in the recent window, such as {@code contacts::with}
   * @return the one of most former value first; of equal ones by id
   */
  public List<FadedCustomer> list(
      CustomerBase earlier, CustomerBase recent, ToIntFunction<CustomerId> contacts) {
    requireSuccessive(earlier, recent);
    return IntStream.range(0, earlier.size())
        .filter(row -> earlier.spend(row).compareTo(goodFrom) >= 0)
        .mapToObj(row -> faded(earlier, row, recent, contacts))
        .filter(customer -> customer.contacts() <= mostContacts)
        .filter(customer -> isSilent(customer, earlier, recent))
        .sorted(Comparator.comparing(FadedCustomer::formerly)
            .reversed()
            .thenComparing(FadedCustomer::customer))
        .toList();
  }

  private boolean isSilent(FadedCustomer customer, CustomerBase earlier, CustomerBase recent) {
    double now = customer.now().minorUnits() / (double) recent.window().days();
    double formerly =
        customer.formerly().minorUnits() / (double) earlier.window().days();
    return now <= keptShare * formerly;
  }

  private static FadedCustomer faded(
      CustomerBase earlier, int row, CustomerBase recent, ToIntFunction<CustomerId> contacts) {
    CustomerId customer = earlier.customer(row);
    OptionalInt now = recent.findRow(customer);
    return new FadedCustomer(
        customer,
        earlier.spend(row),
        now.isPresent() ? recent.spend(now.getAsInt()) : new Money(0, recent.currency()),
        contacts.applyAsInt(customer));
  }

  private static void requireSuccessive(CustomerBase earlier, CustomerBase recent) {
    if (recent.window().start().isBefore(earlier.window().end())
        || recent.window().days() < 1) {
      throw new IllegalArgumentException("the recent window is " + recent.window()
          + ", it must have a day and begin when " + earlier.window()
          + " has ended. Maybe the two are swapped?");
    }
  }
}
