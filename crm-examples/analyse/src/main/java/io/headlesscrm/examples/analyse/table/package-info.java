/**
 * Plain tables in and out: the CSV that the program writes, and the summaries files that it reads.
 *
 * <p>Start at {@link io.headlesscrm.examples.analyse.table.TableWriter} and {@link
 * io.headlesscrm.examples.analyse.table.SummariesFile}.
 */
@NullMarked
package io.headlesscrm.examples.analyse.table;

import org.jspecify.annotations.NullMarked;
