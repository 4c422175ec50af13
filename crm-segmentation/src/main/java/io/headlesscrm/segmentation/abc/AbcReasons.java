package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts into reasons why a customer is in a class, and what would change it. */
final class AbcReasons {

  private final AbcModel model;
  private final CustomerBase base;
  private final ValueKeys values;

  AbcReasons(AbcModel model, CustomerBase base) {
    this.model = model;
    this.base = base;
    this.values = model.values();
  }

  List<Reason> reasons(int row) {
    long raw = values.key(base, row);
    if (raw == ValueKeys.MISSING) {
      return List.of(Reason.of("segmentation.unassessed"));
    }
    CustomerId customer = base.customer(row);
    int index = model.classOf(model.strategy().negatives().apply(raw), customer);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(value(raw, index));
    leastKey(index - 1, customer).ifPresent(key -> reasons.add(move("abc.up", raw, key, customer)));
    leastKey(index, customer)
        .ifPresent(key -> reasons.add(move("abc.down", raw, key - 1, customer)));
    return reasons;
  }

  /** The least key of a class; empty when nobody reaches it, and for the lowest class, which everybody reaches. */
  private OptionalLong leastKey(int index, CustomerId customer) {
    return index >= 0 && index < model.limits().size()
        ? model.limits().get(index).leastKey(customer, values)
        : OptionalLong.empty();
  }

  private Reason value(long raw, int index) {
    return Reason.of("abc.value")
        .withValue("value", shown(values.value(raw)))
        .withValue("unit", unit())
        .withValue("segment", segment(index).toReason())
        .withValue("range", range(index));
  }

  private Reason range(int index) {
    Object from = index < model.limits().size() ? limit(index) : null;
    Object to = index > 0 ? limit(index - 1) : null;
    if (from == null) {
      return to == null
          ? Reason.of("abc.range.any")
          : Reason.of("abc.range.at-most").withValue("to", to);
    }
    return to == null
        ? Reason.of("abc.range.at-least").withValue("from", from)
        : Reason.of("abc.range.between").withValue("from", from).withValue("to", to);
  }

  private Reason move(String key, long raw, long needed, CustomerId customer) {
    return Reason.of(key)
        .withValue(
            "distance", shown(values.value(needed).subtract(values.value(raw)).abs()))
        .withValue("unit", unit())
        .withValue("segment", segment(model.classOf(needed, customer)).toReason());
  }

  private @Nullable Object limit(int index) {
    BigDecimal value = model.limits().get(index).value();
    return value == null ? null : shown(value);
  }

  /** Money with all its decimals, other values as doubles, which are shown rounded. */
  private Object shown(BigDecimal value) {
    return model.strategy().isMoney() ? value : Double.valueOf(value.doubleValue());
  }

  private String unit() {
    return model.strategy().isMoney()
        ? model.currency().getCurrencyCode()
        : model.strategy().measure().unit();
  }

  private Segment segment(int index) {
    return model.segments().get(index);
  }
}
