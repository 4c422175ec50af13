/**
 * What a customer allows, what is known about it, and how it is forgotten: consent as a history, the export of everything
 * that is stored, erasure with a proof, notes that expire, and who sees which field.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.privacy.Consents}, {@link
 * io.headlesscrm.core.customer.privacy.PersonalDataExport} and {@link
 * io.headlesscrm.core.customer.privacy.Eraser}. Export and erasure walk over the registry. Depends on {@code customer},
 * {@code customer.identity}, {@code storage}, {@code evidence}, {@code json} and {@code id}.
 */
package io.headlesscrm.core.customer.privacy;
