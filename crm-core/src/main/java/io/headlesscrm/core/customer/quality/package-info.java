/**
 * How good the records of customers are: what is missing, wrong, contradictory, double or old, in figures and as a list of
 * what to mend; which records may be loaded; how a record grows from a name to a kept file.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.quality.QualityRules}. Depends on {@code customer}, {@code purchase},
 * {@code purchase.recognition} and {@code storage}.
 */
package io.headlesscrm.core.customer.quality;
