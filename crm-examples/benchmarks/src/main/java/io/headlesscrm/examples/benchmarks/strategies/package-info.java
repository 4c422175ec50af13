/**
 * Every segmentation strategy on a million customers. Start at
 * {@link io.headlesscrm.examples.benchmarks.strategies.StrategiesMain}; nothing here needs the file of purchases of the
 * other benchmarks.
 */
package io.headlesscrm.examples.benchmarks.strategies;
