package io.headlesscrm.segmentation.rfm;

/**
 * Where a score begins.
 *
 * @param key the worst key that earns it
 * @param fromRow among those with that very key, the first row that earns it; 0 when all do
 */
record Cut(long key, int fromRow) {

  static Cut at(long key) {
    return new Cut(key, 0);
  }
}
