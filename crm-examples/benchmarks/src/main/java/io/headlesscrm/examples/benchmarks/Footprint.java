package io.headlesscrm.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.function.Supplier;

/**
 * The memory that a result holds.
 *
 * @param what the result
 * @param measured bytes of heap that it needs after garbage collection
 * @param reckoned bytes of its arrays, where their sum is known
 */
record Footprint(String what, long measured, long reckoned) {

  static final long UNKNOWN = -1;

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  /** Makes the result, measures it and lets it go. */
  static Footprint of(String what, long reckoned, Supplier<?> maker) {
    long before = usedHeap();
    Object made = maker.get();
    long after = usedHeap();
    Reference.reachabilityFence(made);
    return new Footprint(what, after - before, reckoned);
  }

  /** After two collections: the first may only just find out what the second can free. */
  @SuppressWarnings("ExplicitGC")
  private static long usedHeap() {
    System.gc();
    System.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
