/**
 * The main job: one import in; segments, churn probabilities, revenue at risk and the files of the report out.
 *
 * <p>Start at {@link io.headlesscrm.examples.analyse.analysis.Analysis}.
 */
@NullMarked
package io.headlesscrm.examples.analyse.analysis;

import org.jspecify.annotations.NullMarked;
