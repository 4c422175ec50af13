package io.headlesscrm.segmentation.pyramid;

import io.headlesscrm.core.id.CustomerId;

/**
 * A customer in its place on the whale curve.
 *
 * @param rank 1 for the one who contributes most
 * @param customer who it is
 * @param value what the customer contributes, in the unit of the indicator; negative for a loss
 * @param cumulativeShare what this customer and all better ones contribute, as a share of the total; above 1 where later
 *     ones lose; NaN when the total is not above zero
 */
public record Contribution(int rank, CustomerId customer, double value, double cumulativeShare) {}
