/**
 * The kit that proves a storage: named checks without a test framework, which a host runs in its own.
 *
 * <p>Start at {@link io.headlesscrm.core.storage.tck.StorageTck}. Depends on {@code storage}, {@code id} and {@code json};
 * the reference it compares with is its own.
 */
package io.headlesscrm.core.storage.tck;
