/**
 * How strangers become customers and customers stay: the funnel, who is in contact, where leads come from, whom to aim at,
 * who was good once and is silent now. All figures about stages are computed from the recorded changes of stage, never
 * from the stage that a customer has at present.
 *
 * <p>Start at {@link io.headlesscrm.core.customer.development.StageStays}. Depends on {@code customer}, {@code
 * customer.stage}, {@code purchase}, {@code purchase.recognition}, {@code service.interaction} and {@code storage}.
 */
package io.headlesscrm.core.customer.development;
