package io.headlesscrm.segmentation.abc;

/**
 * A point of the Lorenz curve.
 *
 * @param shareOfSize the share of the customers or items with the least value, in [0, 1]
 * @param shareOfValue what they bring of the total, in [0, 1], at most {@code shareOfSize}
 */
public record LorenzPoint(double shareOfSize, double shareOfValue) {}
