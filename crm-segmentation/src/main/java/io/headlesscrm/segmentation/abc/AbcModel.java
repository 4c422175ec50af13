package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * ABC, frozen: the values at which the classes end. On the base of the fit it gives the classes of the fit; a new
 * customer is classed by value alone and changes no share. Immutable and thread-safe.
 */
public final class AbcModel implements SegmentationModel {

  /** What {@link #kind()} says. */
  public static final String KIND = "abc";

  private final Abc strategy;
  private final Currency currency;
  private final List<ClassLimit> limits;
  private final AbcFit fit;
  private final Provenance provenance;
  private final List<Segment> classes;
  private final ValueKeys values;

  private AbcModel(
      Abc strategy, Currency currency, List<ClassLimit> limits, AbcFit fit, Provenance provenance) {
    this.strategy = requireNonNull(strategy, "strategy");
    this.currency = requireNonNull(currency, "currency");
    this.limits = List.copyOf(limits);
    this.fit = requireNonNull(fit, "fit");
    this.provenance = requireNonNull(provenance, "provenance");
    this.classes = strategy.classes();
    int asked = strategy.limits().size();
    if (limits.size() != asked || fit.sizes().size() != asked + 1) {
      throw new IllegalArgumentException("there are " + limits.size() + " limits and "
          + fit.sizes().size() + " classes, the strategy asks for " + asked + " and " + (asked + 1)
          + ". Maybe one got lost?");
    }
    this.values = ValueKeys.of(strategy.measure(), currency);
    limits.forEach(this::requireKey);
    requireDescending();
  }

  /** A limit that is no amount of money is found here, and not when the first customer is compared with it. */
  private void requireKey(ClassLimit limit) {
    if (limit.value() != null) {
      values.key(limit.value());
    }
  }

  private void requireDescending() {
    for (int i = 1; i < limits.size(); i++) {
      if (!limits.get(i - 1).isAtLeast(limits.get(i))) {
        throw new IllegalArgumentException("limit of class " + classes.get(i) + " is "
            + limits.get(i) + " after " + limits.get(i - 1)
            + ", a lower class must not ask for more. Maybe the order is reversed?");
      }
    }
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param strategy what was asked for
   * @param currency of the base
   * @param limits where the classes end, the best first; one less than classes
   * @param fit what the fit saw
   * @param provenance of the fit
   * @return the model
   * @throws IllegalArgumentException when the numbers of limits and classes do not fit, or limits do not descend
   */
  public static AbcModel of(
      Abc strategy, Currency currency, List<ClassLimit> limits, AbcFit fit, Provenance provenance) {
    return new AbcModel(strategy, currency, limits, fit, provenance);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Segment> segments() {
    return classes;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** Customers without or with a negative value, and how much depends on the kind of share. */
  @Override
  public List<Reason> notices() {
    return AbcNotices.of(this);
  }

  /**
   * What was asked for.
   *
   * @return measure, limits, boundary and policy
   */
  public Abc strategy() {
    return strategy;
  }

  /**
   * The currency of the base of the fit.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return currency;
  }

  /**
   * Where the classes end, the best first.
   *
   * @return one less than classes
   */
  public List<ClassLimit> limits() {
    return limits;
  }

  /**
   * What the fit saw.
   *
   * @return sizes and counts
   */
  public AbcFit fit() {
    return fit;
  }

  /** One class per customer; each explains its value and the distance to the neighbouring classes. */
  @Override
  public Segmentation segment(CustomerBase base) {
    requireCurrency(base);
    ClassScoring scoring = new ClassScoring(this, base);
    return Segmentation.of(this, base, scoring::classOf, new AbcReasons(this, base)::reasons);
  }

  /**
   * The class of one value.
   *
   * @param customer who has it; matters only where equal values fell into two classes
   * @param value in major units of money, or in the unit of the measure
   * @return the class
   * @throws IllegalArgumentException for a negative value under {@link NegativeValues#REFUSED}, or a fraction of a
   *     minor unit of money
   */
  public Segment segment(CustomerId customer, BigDecimal value) {
    long key = values.key(value);
    if (strategy.negatives().refuses(key)) {
      throw ValueColumn.refused(customer, value);
    }
    return classes.get(classOf(strategy.negatives().apply(key), customer));
  }

  /** The class of a key, 0 for the best. */
  int classOf(long key, CustomerId customer) {
    int index = 0;
    while (index < limits.size() && !limits.get(index).isReachedBy(key, customer, values)) {
      index++;
    }
    return index;
  }

  ValueKeys values() {
    return values;
  }

  private void requireCurrency(CustomerBase base) {
    if (strategy.isMoney() && !base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AbcModel that
        && strategy.equals(that.strategy)
        && currency.equals(that.currency)
        && limits.equals(that.limits)
        && fit.equals(that.fit)
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * limits.hashCode() + fit.hashCode();
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
