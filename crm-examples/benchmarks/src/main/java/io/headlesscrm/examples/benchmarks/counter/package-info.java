/**
 * What a purchase costs at the counter. Start at {@link io.headlesscrm.examples.benchmarks.counter.CounterMain}; nothing
 * here needs the file of purchases of the other benchmarks.
 */
package io.headlesscrm.examples.benchmarks.counter;
