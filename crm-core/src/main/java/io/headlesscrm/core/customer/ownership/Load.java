package io.headlesscrm.core.customer.ownership;

/**
 * How much somebody has to look after.
 *
 * @param accounts how many customers
 * @param work their work in the unit of whoever weighs it, such as hours a month
 */
public record Load(int accounts, long work) {

  static final Load NONE = new Load(0, 0);

  Load plus(Load other) {
    return new Load(accounts + other.accounts, Math.addExact(work, other.work));
  }
}
