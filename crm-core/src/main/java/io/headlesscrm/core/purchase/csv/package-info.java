/**
 * Reads purchases from an export: delimited text of any of the usual encodings, with or without gzip.
 *
 * <p>Start at {@link io.headlesscrm.core.purchase.csv.PurchaseCsv}. Depends on {@code id}, {@code money},
 * {@code evidence}, {@code purchase} and, alone in the house, on FastCSV.
 */
package io.headlesscrm.core.purchase.csv;
