package io.headlesscrm.segmentation.abc;

/** What a key adds to a total. The sum over all keys fits a long unless money itself does not. */
@FunctionalInterface
interface Units {
  long of(long key);
}
