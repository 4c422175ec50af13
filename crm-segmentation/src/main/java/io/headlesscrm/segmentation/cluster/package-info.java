/**
 * Groups of customers that the figures themselves form: k-means on standardised indicators, the number of groups chosen
 * by silhouette and gap, the same result for any order of rows.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.cluster.KMeans}. Depends on the core, the root package of segmentation
 * and the indicators of its grid.
 */
package io.headlesscrm.segmentation.cluster;
