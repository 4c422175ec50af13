/**
 * What a campaign achieved beyond what would have happened anyway.
 *
 * <p>Start at {@link io.headlesscrm.core.sales.campaign.ControlGroup}, which is left alone, and measure with
 * {@link io.headlesscrm.core.sales.campaign.Uplift}. Depends on {@code id} alone.
 */
package io.headlesscrm.core.sales.campaign;
