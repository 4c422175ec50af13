package io.headlesscrm.churn.value;

/**
 * The lifetime value of a customer under a contract, of whom one knows every year whether it was renewed: the margin of
 * the years to come, each weighted with the chance that the customer is still there and discounted. The textbook form,
 * for what-if questions about retention; customers without a contract need {@link LifetimeValue}.
 *
 * <p>Value within n years: sum over t = 1..n of margin r^t / (1 + d)^t.
 *
 * <p>Source: Berger &amp; Nasr (1998), Journal of Interactive Marketing 12(1), case 1; Gupta &amp; Lehmann (2003),
 * doi:10.1002/dir.10045 (margin r / (1 + d - r) without end).
 *
 * @param yearlyMargin what a year brings, any finite amount
 * @param retention the part of the customers who renew each year, in [0, 1]
 * @param annualDiscount .1 for 10 %, at least 0 and finite; above 0 when everybody renews
 */
public record RetentionValue(double yearlyMargin, double retention, double annualDiscount) {

  public RetentionValue {
    if (!Double.isFinite(yearlyMargin)) {
      throw new IllegalArgumentException(
          "yearly margin is " + yearlyMargin + ", it must be finite");
    }
    if (!(retention >= 0 && retention <= 1)) {
      throw new IllegalArgumentException("retention is " + retention
          + ", it must be in [0, 1]. Maybe it is a percentage? Write 0.8 for 80 %.");
    }
    if (!(annualDiscount >= 0 && annualDiscount < Double.POSITIVE_INFINITY)
        || retention - annualDiscount == 1) {
      throw new IllegalArgumentException("annual discount is " + annualDiscount
          + ", it must be finite and at least 0, and above 0 when retention is 1");
    }
  }

  /**
   * The value of the next years.
   *
   * @param years at least 0
   * @return in the unit of the margin; 0 for a retention of 0
   */
  public double within(int years) {
    if (years < 0) {
      throw new IllegalArgumentException("years is " + years + ", it must be at least 0");
    }
    return withoutEnd() * (1 - Math.pow(retention / (1 + annualDiscount), years));
  }

  /**
   * The value of all years to come.
   *
   * @return margin r / (1 + d - r), in the unit of the margin
   */
  public double withoutEnd() {
    return yearlyMargin * retention / (1 + annualDiscount - retention);
  }

  /**
   * How much the value of all years grows when retention does: the percentage for one per cent more of it.
   *
   * @return (1 + d) / (1 + d - r), at least 1
   */
  public double retentionElasticity() {
    return (1 + annualDiscount) / (1 + annualDiscount - retention);
  }
}
