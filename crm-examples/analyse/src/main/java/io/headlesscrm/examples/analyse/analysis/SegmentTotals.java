package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/**
 * What some of the customers are together.
 *
 * @param customers how many
 * @param spendMinor what they brought, in minor units
 * @param usualMinor what they usually bring within the horizon, in minor units
 * @param valueAtRiskMinor the part of it that is at risk, in minor units; NaN without a model
 */
record SegmentTotals(long customers, long spendMinor, double usualMinor, double valueAtRiskMinor) {

  static SegmentTotals of(Analysis analysis, IntPredicate members) {
    CustomerBase base = analysis.base();
    long customers = 0;
    long spend = 0;
    double usual = 0;
    double atRisk = 0;
    for (int row = 0; row < base.size(); row++) {
      if (members.test(row)) {
        customers++;
        spend = Math.addExact(spend, base.spendMinor(row));
        usual += analysis.usualRevenueMinor(row);
        atRisk += analysis.valueAtRiskMinor(row);
      }
    }
    return new SegmentTotals(customers, spend, usual, atRisk);
  }

  BigDecimal spend(CustomerBase base) {
    return new Money(spendMinor, base.currency()).toDecimal();
  }

  BigDecimal usual(CustomerBase base) {
    return Amounts.ofMinor(usualMinor, base.currency());
  }

  BigDecimal valueAtRisk(CustomerBase base) {
    return Amounts.ofMinor(valueAtRiskMinor, base.currency());
  }

  double customerShare(SegmentTotals all) {
    return all.customers == 0 ? 0 : (double) customers / all.customers;
  }

  double spendShare(SegmentTotals all) {
    return all.spendMinor == 0 ? 0 : (double) spendMinor / all.spendMinor;
  }
}
