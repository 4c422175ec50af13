package io.headlesscrm.core.customer;

/** What a name of a customer is. */
public enum NameKind {
  /** The one in the commercial register or passport. */
  LEGAL,
  /** The same in another script, such as Chinese beside English. */
  LOCAL_SCRIPT,
  /** What everybody calls it. */
  TRADING,
  /** What it was called before. */
  FORMER
}
