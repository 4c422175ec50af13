/**
 * What the purchases and the people who look after a customer have made of it: stage, value, class, owner. One record per
 * customer beside the one that people edit, brought up to date by every purchase.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.standing.Standing}. Depends on {@code purchase}, {@code customer.stage}
 * and what those depend on.
 */
package io.headlesscrm.core.customer.standing;
