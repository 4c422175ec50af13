/**
 * Why the library says what it says: reasons that are stored as a key with typed numbers and rendered in the reader's
 * language, and the provenance of every result.
 *
 * <p>Start at {@link io.headlesscrm.core.evidence.Reason}. Depends on {@code time} and the documents of {@code json}.
 */
package io.headlesscrm.core.evidence;
