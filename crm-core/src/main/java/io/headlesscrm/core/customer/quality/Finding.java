package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * One thing to mend.
 *
 * @param rule the name of the rule that found it
 * @param dimension the side of quality that it belongs to
 * @param problem what is wrong, without personal values
 */
public record Finding(String rule, Dimension dimension, Reason problem) {

  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(dimension, "dimension");
    requireNonNull(problem, "problem");
  }
}
