/**
 * What purchase-process models read: the history of one customer, and how many customers have which history.
 *
 * <p>Start at {@link io.headlesscrm.churn.history.PurchaseHistogram}. Depends on core and on the kernels of
 * {@code internal.math}; knows no model.
 */
package io.headlesscrm.churn.history;
