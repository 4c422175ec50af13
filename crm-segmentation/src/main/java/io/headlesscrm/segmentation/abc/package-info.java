/**
 * ABC: the few customers or items that bring most of the value, those in between, and the many that bring little; and
 * how concentrated the value is.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.abc.Abc}. Depends on the core, the root package of segmentation and its
 * numeric kernels.
 */
package io.headlesscrm.segmentation.abc;
