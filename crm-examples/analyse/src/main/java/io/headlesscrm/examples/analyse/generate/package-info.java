/**
 * A made-up express company: purchases, credit notes and complaints of any size from a seed.
 *
 * <p>It stands in where no export is at hand and feeds the benchmarks. Entry type: {@link
 * io.headlesscrm.examples.analyse.generate.Generator}. It depends on the JDK alone, and on nothing
 * else of this program.
 */
@NullMarked
package io.headlesscrm.examples.analyse.generate;

import org.jspecify.annotations.NullMarked;
