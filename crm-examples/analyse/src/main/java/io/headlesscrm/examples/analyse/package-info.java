/** The program that goes from an export of purchases to segments, churn probabilities and a report. */
package io.headlesscrm.examples.analyse;
