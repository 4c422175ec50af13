/**
 * What customers are worth and what they could be worth: current against potential value, profit against growth, and the
 * share of a customer's need that one has.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.value.ValueMatrix}. Depends on the core, the root package of
 * segmentation and its grid.
 */
package io.headlesscrm.segmentation.value;
