/**
 * What charts of all modules have in common: typed data that become a Vega-Lite specification.
 *
 * <p>Start at {@link io.headlesscrm.core.chart.Chart}. Depends on the reasons, whose texts are the titles, and on JSON
 * documents.
 */
package io.headlesscrm.core.chart;
