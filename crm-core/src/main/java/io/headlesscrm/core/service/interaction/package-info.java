/**
 * Every contact with a customer, on any channel and in either direction, as one history.
 *
 * <p>Start at {@link io.headlesscrm.core.service.interaction.Interaction}. Depends on {@code customer} and what that
 * depends on.
 */
package io.headlesscrm.core.service.interaction;
