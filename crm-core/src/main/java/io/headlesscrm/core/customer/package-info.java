/**
 * The record that all departments share: who a customer is, how to reach it, who decides there, to whom it is related.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.Customer}. Depends on {@code id}, {@code name}, {@code
 * evidence}, {@code json} and {@code storage}.
 */
package io.headlesscrm.core.customer;
