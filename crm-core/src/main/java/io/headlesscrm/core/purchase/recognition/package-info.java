/**
 * New and returning customers told apart at every purchase, with the reason; how many new ones return, and what that is
 * worth beside advertising.
 *
 * <p>Start at {@link io.headlesscrm.core.purchase.recognition.RecognitionPolicy} and {@link
 * io.headlesscrm.core.purchase.recognition.PurchaseHistory}. Depends on {@code purchase} and what that depends on.
 */
package io.headlesscrm.core.purchase.recognition;
