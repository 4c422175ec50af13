package io.headlesscrm.core.purchase;

import io.headlesscrm.core.money.Money;

/**
 * What a log holds under a policy, over all its days.
 *
 * @param customers with something in scope
 * @param purchases in scope; a return with a number of its own is one too where the policy admits returns
 * @param total the sum of all amounts in scope
 */
public record ScopeTotals(int customers, int purchases, Money total) {

  static ScopeTotals of(PurchaseLog log, ReturnsPolicy policy) {
    int customers = 0;
    int purchases = 0;
    long total = 0;
    MatchedReturns matched = new MatchedReturns(log, Integer.MAX_VALUE);
    for (int customer = 0; customer < log.customers(); customer++) {
      long customerTotal = 0;
      int documents = 0;
      boolean inScope = false;
      boolean matching = policy == ReturnsPolicy.MATCHED && matched.load(customer);
      for (int i = log.start(customer); i < log.start(customer + 1); i++) {
        int stamp = log.entries().stamps()[i];
        if (admits(policy, stamp, matching && matched.isMatched(i))) {
          inScope = true;
          customerTotal = Math.addExact(customerTotal, log.entries().amounts()[i]);
          documents += Entry.isAttached(stamp) ? 0 : 1;
        }
      }
      customers += inScope ? 1 : 0;
      purchases += documents;
      total = Math.addExact(
          total, policy == ReturnsPolicy.NET_FLOORED ? Math.max(0, customerTotal) : customerTotal);
    }
    return new ScopeTotals(customers, purchases, log.money(total));
  }

  private static boolean admits(ReturnsPolicy policy, int stamp, boolean matched) {
    return policy.admits(Entry.kind(stamp))
        && (policy != ReturnsPolicy.MATCHED || Entry.isSale(stamp) || matched);
  }
}
