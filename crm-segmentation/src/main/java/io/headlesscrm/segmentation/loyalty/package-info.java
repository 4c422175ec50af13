/**
 * Loyalty: what customers think against what they do. The quadrant of attitude and behaviour, the attachment that attitude
 * is made of, the measures and the marks of loyalty.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.loyalty.LoyaltyQuadrant}. Depends on the core, the root package of
 * segmentation and its grid.
 */
package io.headlesscrm.segmentation.loyalty;
