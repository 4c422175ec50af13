/**
 * Segments over time: who moved where between two dates, how far the sizes shifted, whether the movement is the same as
 * before, and since when and why each customer is where it is.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.stability.MigrationMatrix} and {@link
 * io.headlesscrm.segmentation.stability.MembershipHistory}. Depends on the core, the root package of segmentation and its
 * numeric kernels.
 */
package io.headlesscrm.segmentation.stability;
