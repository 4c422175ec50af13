package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer just below the next better class, and growing: worth lifting.
 *
 * @param customer who it is
 * @param from the class now
 * @param to the next better class
 * @param value what the customer brings
 * @param limit what the worst customer of the better class brings
 * @param growth above 0
 */
public record PromotionCandidate(
    CustomerId customer,
    Segment from,
    Segment to,
    BigDecimal value,
    BigDecimal limit,
    double growth) {

  public PromotionCandidate {
    requireNonNull(customer, "customer");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /**
   * The candidates of a base.
   *
   * @param model whose limits count
   * @param base with the measures
   * @param growth how fast customers grow, in any unit; 0 is no growth, missing is none
   * @param least share of the limit that the value must reach, in (0, 1), such as 0.9
   * @return those nearest to their limit first, ties by id
   */
  public static List<PromotionCandidate> of(
      AbcModel model, CustomerBase base, Measure growth, double least) {
    if (!(least > 0 && least < 1)) {
      throw new IllegalArgumentException(
          "least is " + least + ", it must be in (0, 1). Maybe 0.9 is what you want?");
    }
    List<PromotionCandidate> candidates = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      find(model, base, row, growth, BigDecimal.valueOf(least)).ifPresent(candidates::add);
    }
    candidates.sort(Comparator.comparingDouble(PromotionCandidate::shareOfLimit)
        .reversed()
        .thenComparing(PromotionCandidate::customer));
    return candidates;
  }

  private static Optional<PromotionCandidate> find(
      AbcModel model, CustomerBase base, int row, Measure growth, BigDecimal least) {
    ValueKeys values = model.values();
    long key = values.key(base, row);
    double grows = base.value(growth, row);
    if (key == ValueKeys.MISSING || !(grows > 0)) {
      return Optional.empty();
    }
    int own = model.classOf(key, base.customer(row));
    BigDecimal limit = own == 0 ? null : model.limits().get(own - 1).value();
    BigDecimal value = values.value(key);
    if (limit == null || limit.signum() <= 0 || value.compareTo(limit.multiply(least)) < 0) {
      return Optional.empty();
    }
    List<Segment> classes = model.segments();
    return Optional.of(new PromotionCandidate(
        base.customer(row), classes.get(own), classes.get(own - 1), value, limit, grows));
  }

  /**
   * How near the value is to the limit.
   *
   * @return at most 1
   */
  public double shareOfLimit() {
    return value.doubleValue() / limit.doubleValue();
  }

  /**
   * The candidate in words.
   *
   * @return for any language
   */
  public Reason toReason() {
    return Reason.of("abc.promotion")
        .withValue("from", from.toReason())
        .withValue("to", to.toReason())
        .with("share", shareOfLimit())
        .with("growth", growth);
  }
}
