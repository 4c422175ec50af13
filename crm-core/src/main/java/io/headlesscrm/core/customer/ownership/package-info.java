/**
 * Who looks after whom: dated assignments of accounts to owners, hand-overs of all open work, and the rules by which
 * neglected accounts return to the pool.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.ownership.Ownerships} and {@link
 * io.headlesscrm.core.customer.ownership.Handover}. A hand-over walks over the registry and knows no type but the
 * ownership. Depends on {@code customer}, {@code customer.identity}, {@code storage}, {@code evidence}, {@code json} and
 * {@code id}.
 */
package io.headlesscrm.core.customer.ownership;
