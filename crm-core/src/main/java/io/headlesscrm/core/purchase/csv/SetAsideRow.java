package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * A good row that does not count under a returns policy.
 *
 * @param line where the row starts; the first line of the file is 1
 * @param reason why it does not count
 */
public record SetAsideRow(long line, Reason reason) {

  public SetAsideRow {
    requireNonNull(reason, "reason");
  }
}
