/**
 * RFM: customers scored by recency, frequency and monetary value, and the segments that the scores make.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.rfm.Rfm}. Depends on the core, the root package of segmentation and its
 * numeric kernels.
 */
package io.headlesscrm.segmentation.rfm;
