package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an erasure does to the values of one type.
 *
 * @param type its name
 * @param anonymised how many stay without what is personal in them
 * @param deleted how many go
 * @param retained how many stay as they are, by the reason why they must
 */
public record TypeErasure(String type, int anonymised, int deleted, Map<Reason, Integer> retained) {

  public TypeErasure {
    requireNonNull(type, "type");
    retained = Collections.unmodifiableMap(new LinkedHashMap<>(retained));
  }

  /**
   * How many values stay as they are.
   *
   * @return for whatever reason
   */
  public int retainedValues() {
    return retained.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean isEmpty() {
    return anonymised + deleted + retainedValues() == 0;
  }
}
