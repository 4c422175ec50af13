/**
 * Segments made of levels: one or more indicators of a customer are cut into levels, and every combination of levels
 * is a cell that belongs to a segment. The frozen model of most strategies is such a grid; they differ in what they
 * look at, where they cut and what they call the cells.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.grid.Grid} to build a strategy of one's own. Depends on the core and
 * the root package of segmentation.
 */
package io.headlesscrm.segmentation.grid;
