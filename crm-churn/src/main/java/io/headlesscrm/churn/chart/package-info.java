/**
 * Charts of churn scores and of their back-tests, as data and as Vega-Lite specifications for hosts that draw them.
 *
 * <p>Each is a {@link io.headlesscrm.core.chart.Chart}. Depends on {@code churn}, {@code churn.evaluation} and the charts
 * and JSON documents of the core; knows no model.
 */
package io.headlesscrm.churn.chart;
