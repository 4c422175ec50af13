package io.headlesscrm.segmentation.pyramid;

/**
 * A point of the whale curve.
 *
 * @param shareOfCustomers the best ones, in [0, 1]
 * @param shareOfTotal what they contribute together; above 1 where later ones lose
 */
public record CurvePoint(double shareOfCustomers, double shareOfTotal) {}
