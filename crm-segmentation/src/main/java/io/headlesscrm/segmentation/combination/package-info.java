/**
 * Strategies made of strategies: two crossed, such as ABC with XYZ, or one within groups, such as RFM within each branch.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.combination.Crossing} and {@link
 * io.headlesscrm.segmentation.combination.WithinGroups}. Depends on the core and the root package of segmentation.
 */
package io.headlesscrm.segmentation.combination;
