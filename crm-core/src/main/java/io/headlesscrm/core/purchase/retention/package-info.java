/**
 * How many customers a company keeps and loses in a period, by segment, with and without contracts.
 *
 * <p>Start at {@link io.headlesscrm.core.purchase.retention.RetentionRate}. Depends on {@code purchase} and {@code time}.
 */
package io.headlesscrm.core.purchase.retention;
