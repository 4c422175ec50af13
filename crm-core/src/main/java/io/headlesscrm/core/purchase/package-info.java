/**
 * Purchases: the fact, the columnar log of all of them, the base of customers as of a date, and the summary of one
 * customer.
 *
 * <p>Depends on {@code id}, {@code money}, {@code time}, {@code evidence}, {@code json} and {@code storage}.
 */
package io.headlesscrm.core.purchase;
