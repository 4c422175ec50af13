/**
 * The embedded default: a storage in the memory of the process, for tests, examples and programs that keep nothing.
 *
 * <p>Start at {@link io.headlesscrm.core.storage.memory.InMemoryStorage}. Depends on {@code storage} and {@code id}.
 */
package io.headlesscrm.core.storage.memory;
