/**
 * Where a customer stands on the way from stranger to regular and back, and how it came there.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.stage.StageRules}. Depends on {@code id}, {@code evidence}, {@code json}
 * and {@code storage}.
 */
package io.headlesscrm.core.customer.stage;
