/**
 * Charts as data and as Vega-Lite specifications, for hosts that draw them: no chart library is in here.
 *
 * <p>Each is a {@link io.headlesscrm.core.chart.Chart}. Depends on the strategies, which do not know it, and on the charts
 * and JSON documents of the core.
 */
package io.headlesscrm.segmentation.chart;
