/**
 * A host's own rules over any measure, proved before they are used: exhaustive, disjoint, reachable and monotone where
 * they claim to be, with counterexamples.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.rule.RuleSet}. Depends on the core, the root package of segmentation and
 * its grid.
 */
package io.headlesscrm.segmentation.rule;
