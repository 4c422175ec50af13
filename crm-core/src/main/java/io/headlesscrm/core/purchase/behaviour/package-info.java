/**
 * What a customer is used to buying, how much of it and how often.
 *
 * <p>Start at {@link io.headlesscrm.core.purchase.behaviour.ConsumptionProfile}. Depends on {@code purchase} and
 * {@code purchase.recognition}.
 */
package io.headlesscrm.core.purchase.behaviour;
