/**
 * The library and DuckDB at the same work, in turn in one process, measured by JMH.
 *
 * <p>Start at {@code Main}. Depends on the library, on the generator of the example {@code analyse}, on JMH and DuckDB.
 */
@NullMarked
package io.headlesscrm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
