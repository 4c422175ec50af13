package io.headlesscrm.segmentation.abc;

/** A sum of products of longs, exact up to 127 bits and its sign. */
final class Sum128 {

  private static final double TWO_TO_64 = 0x1p64;

  private long high;
  private long low;

  void addProduct(long a, long b) {
    long product = a * b;
    low += product;
    high += Math.multiplyHigh(a, b) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
  }

  double toDouble() {
    // the low half is unsigned; taking it as signed and adding its sign bit to the high half loses
    // nothing
    return (high - (low >> 63)) * TWO_TO_64 + low;
  }
}
