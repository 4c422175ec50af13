package io.headlesscrm.examples.analyse.report;

/**
 * A point of the Pareto curve.
 *
 * @param customerShare share of the customers, best first, in [0, 1]
 * @param revenueShare share of the revenue that they bring; over 1 where later ones cost money
 */
public record CurvePoint(double customerShare, double revenueShare) {}
