package io.headlesscrm.examples.analyse.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything the page shows. Shares and probabilities are in [0, 1]; amounts are in major units of
 * one currency; texts are in the language of the page, ready to be read.
 *
 * @param source name of the data, such as the name of the file
 * @param asOf the day as of which all is computed
 * @param currency ISO 4217 code of every amount; empty where none is known
 * @param keyFigures the base in a few figures
 * @param rfm customers and revenue by recency and frequency
 * @param segments the segments, best first
 * @param further other segmentations
 * @param concentration how the revenue is spread over the customers
 * @param churn the churn outlook, or why there is none
 * @param rows what became of the rows of the data
 * @param notices what the reader must know about the data, a sentence each
 * @param methods how it was computed, a term and a sentence each
 */
public record ReportModel(
    String source,
    LocalDate asOf,
    String currency,
    KeyFigures keyFigures,
    RfmMap rfm,
    List<SegmentRow> segments,
    List<SegmentTable> further,
    Concentration concentration,
    ChurnOutlook churn,
    RowCounts rows,
    List<String> notices,
    List<MethodNote> methods) {

  public ReportModel {
    requireNonNull(source, "source");
    requireNonNull(asOf, "asOf");
    requireCurrency(currency);
    requireNonNull(keyFigures, "keyFigures");
    requireNonNull(rfm, "rfm");
    requireNonNull(concentration, "concentration");
    requireNonNull(churn, "churn");
    requireNonNull(rows, "rows");
    segments = List.copyOf(segments);
    further = List.copyOf(further);
    notices = List.copyOf(notices);
    methods = List.copyOf(methods);
  }

  private static void requireCurrency(String currency) {
    if (!currency.matches("([A-Z]{3})?")) {
      throw new IllegalArgumentException(
          "currency = " + currency + " must be three capital letters or empty."
              + "\nMaybe it is a symbol; ISO 4217 has the code.");
    }
  }
}
