/**
 * Who is who: records that may be one customer are found with reasons, or rejected for good; two that are one customer are
 * merged, and the merge can be undone.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.identity.DuplicateFinder} and {@link
 * io.headlesscrm.core.customer.identity.Merge}. Walks over the registry and knows no type but the customer. Depends on
 * {@code customer}, {@code name}, {@code storage}, {@code evidence}, {@code json} and {@code id}.
 */
package io.headlesscrm.core.customer.identity;
