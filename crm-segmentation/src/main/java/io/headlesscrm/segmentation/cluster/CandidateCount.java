package io.headlesscrm.segmentation.cluster;

/**
 * What speaks for a number of clusters.
 *
 * @param clusters how many, at least 1
 * @param silhouette mean silhouette, from -1 to 1, the higher the clearer; NaN for one cluster
 * @param gap how much tighter the clusters are than those of evenly spread points, in logarithms
 * @param gapError of the gap, by chance
 */
public record CandidateCount(int clusters, double silhouette, double gap, double gapError) {}
