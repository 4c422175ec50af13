/**
 * Who is who: two records that turn out to be one customer are merged, and the merge can be undone.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.identity.Merge}. Walks over the registry and knows no type but the
 * customer. Depends on {@code customer}, {@code storage}, {@code evidence}, {@code json} and {@code id}.
 */
package io.headlesscrm.core.customer.identity;
