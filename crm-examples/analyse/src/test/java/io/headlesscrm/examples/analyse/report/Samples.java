package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.chart.GainCurve;
import io.headlesscrm.churn.chart.ProfitCurve;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix.Range;
import io.headlesscrm.churn.chart.ReliabilityDiagram;
import io.headlesscrm.churn.chart.TrackingPlot;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Models to write pages of: a full one and the degenerate ones. */
final class Samples {
  static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);

  private static final String[][] SEGMENT_OF = {
    {"Hibernating", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"},
    {"Hibernating", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"},
    {"About To Sleep", "About To Sleep", "Need Attention", "Loyal Customers", "Loyal Customers"},
    {"Promising", "Potential Loyalists", "Potential Loyalists", "Loyal Customers", "Loyal Customers"
    },
    {"New Customers", "Potential Loyalists", "Potential Loyalists", "Champions", "Champions"},
  };
  private static final long[][] CUSTOMERS = {
    {455, 0, 262, 113, 42},
    {322, 0, 273, 172, 90},
    {318, 0, 216, 208, 162},
    {196, 0, 183, 246, 238},
    {110, 0, 131, 240, 361},
  };
  private static final long[][] REVENUE = {
    {182_345, 0, 151_870, 84_112, 50_987}, {130_231, 0, 158_447, 151_204, 152_880},
    {148_002, 0, 124_531, 211_460, 336_915}, {77_860, 0, 98_774, 241_335, 743_212},
    {40_112, 0, 73_998, 286_770, 5_466_363},
  };

  private Samples() {}

  static ReportModel filled() {
    return filled("online_retail.csv.gz", "GBP", fitted(calls(10)));
  }

  static ReportModel filled(String source, String currency, ChurnOutlook churn) {
    return new ReportModel(
        source,
        AS_OF,
        currency,
        keyFigures(),
        new RfmMap(5, 5, cells()),
        segments(),
        further(),
        concentration(),
        churn,
        rows(),
        List.of(
            "Customer ids all ended in .0; the ending was removed.",
            "Four lines had prices with three decimals; each was rounded to the penny."),
        List.of(
            new MethodNote("Scope", "Sales: not cancelled, quantity and price above zero."),
            new MethodNote("RFM", "Quintiles, ties to the lower score; 5, 4 and 5 effective bins."),
            new MethodNote("ABC", "Limits 80% and 95% of revenue, inclusive."),
            new MethodNote(
                "Churn model", "MBG/NBD; r = 0.525, alpha = 6.183, a = 0.891, b = 1.614."),
            new MethodNote("Version", "Headless CRM 0.1.0")));
  }

  static ReportModel nobody() {
    return new ReportModel(
        "empty.csv",
        AS_OF,
        "",
        new KeyFigures(0, 0, BigDecimal.ZERO, AS_OF, AS_OF, 0, OptionalDouble.empty()),
        new RfmMap(5, 5, List.of()),
        List.of(),
        List.of(),
        new Concentration(List.of(), List.of(), OptionalDouble.empty()),
        new ChurnOutlook.Unavailable("No customer has bought anything.", List.of()),
        new RowCounts(0, 0, 0, 0, List.of(), List.of()),
        List.of(),
        List.of());
  }

  private static List<SegmentTable> further() {
    return List.of(new SegmentTable(
        "Customer pyramid",
        List.of(
            new SegmentRow("Platinum", 43, .0099, amount(2_900_000), .3254),
            new SegmentRow("Lead", 4295, .9901, amount(6_011_407), .6746)),
        List.of("the top 20% of the customers bring 74.6% of the total")));
  }

  static ReportModel oneCustomer() {
    BigDecimal revenue = new BigDecimal("12.50");
    return new ReportModel(
        "one.csv",
        AS_OF,
        "EUR",
        new KeyFigures(1, 1, revenue, AS_OF, AS_OF, 0, OptionalDouble.empty()),
        new RfmMap(1, 1, List.of(new RfmCell(1, 1, 1, revenue, ""))),
        List.of(
            new SegmentRow("Solo", 1, 1, revenue, 1), new SegmentRow("None", 0, 0, amount(0), 0)),
        List.of(),
        new Concentration(
            List.of(new CurvePoint(1, 1)),
            List.of(new AbcClass("A", 1, 1, revenue, 1)),
            OptionalDouble.of(0)),
        new ChurnOutlook.Fitted(
            "the purchase cycle",
            90,
            0.4,
            amount(0),
            List.of(),
            List.of(),
            List.of(),
            new RecencyFrequencyMatrix(Horizon.ofDays(90), List.of()),
            new Lookback.Unavailable("One day is too short."),
            List.of()),
        new RowCounts(1, 1, 0, 0, List.of(), List.of()),
        List.of(),
        List.of());
  }

  static ReportModel noRevenue() {
    ReportModel full = filled();
    BigDecimal zero = BigDecimal.ZERO;
    return new ReportModel(
        "free.csv",
        AS_OF,
        "XYZ",
        new KeyFigures(3, 3, zero, AS_OF, AS_OF, 0, OptionalDouble.empty()),
        new RfmMap(5, 5, List.of(new RfmCell(5, 1, 3, zero, "New Customers"))),
        List.of(new SegmentRow("New Customers", 3, 1, zero, 0)),
        List.of(),
        new Concentration(List.of(), List.of(), OptionalDouble.empty()),
        new ChurnOutlook.Unavailable(
            "Three customers are too few.", full.churn().verdicts()),
        full.rows(),
        List.of(),
        List.of());
  }

  /** Texts from the data that try to break out of the page. */
  static ReportModel hostile(String text) {
    CustomerToCall caller = new CustomerToCall(text, text, AS_OF, amount(1), 0.5, amount(1), text);
    ChurnOutlook.Fitted plain = fitted(List.of(caller));
    RowReason reason = new RowReason(text, 1, List.of(new RowExample(7, text, text)));
    ReportModel full = filled(text, "USD", plain);
    return new ReportModel(
        text,
        AS_OF,
        "USD",
        full.keyFigures(),
        new RfmMap(2, 2, List.of(new RfmCell(1, 1, 1, amount(1), text))),
        List.of(new SegmentRow(text, 1, 1, amount(1), 1)),
        List.of(new SegmentTable(
            text, List.of(new SegmentRow(text, 1, 1, amount(1), 1)), List.of(text))),
        full.concentration(),
        plain,
        new RowCounts(3, 1, 1, 1, List.of(reason), List.of(reason)),
        List.of(text),
        List.of(new MethodNote(text, text)));
  }

  static List<CustomerToCall> calls(int count) {
    List<CustomerToCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int silent = 96 - 5 * i;
      calls.add(new CustomerToCall(
          Integer.toString(12346 + 371 * i),
          i % 3 == 0 ? "Can't Lose Them" : "At Risk",
          AS_OF.minusDays(silent),
          amount(77_183 / (i + 1)),
          0.93 - 0.04 * i,
          amount(9_120 / (i + 1)),
          "Silent for " + silent + " days where " + (21 - i) + " are usual."));
    }
    return calls;
  }

  static ChurnOutlook.Fitted fitted(List<CustomerToCall> calls) {
    List<RiskBin> bins = new ArrayList<>();
    long[] counts = {912, 611, 402, 333, 297, 281, 260, 284, 379, 579};
    for (int i = 0; i < 10; i++) {
      bins.add(new RiskBin(i / 10.0, (i + 1) / 10.0, counts[i]));
    }
    return new ChurnOutlook.Fitted(
        "a regression blended with BG/NBD",
        90,
        1871.4,
        amount(1_213_442),
        bins,
        atRisk(),
        calls,
        matrix(),
        lookback(),
        List.of(
            new FitVerdict(
                "DROPOUT_NOT_IDENTIFIED",
                FitVerdict.Severity.CAUTION,
                "Likelihood ratio against no dropout 1.2, p = 0.27."),
            new FitVerdict(
                "SOMETHING_NEW", FitVerdict.Severity.NOTE, "The window holds 53 weeks.")));
  }

  private static RecencyFrequencyMatrix matrix() {
    Range once = new Range(1, 1);
    Range often = new Range(2, Integer.MAX_VALUE);
    Range week = new Range(1, 7);
    Range longer = new Range(8, Integer.MAX_VALUE);
    return new RecencyFrequencyMatrix(
        Horizon.ofDays(90),
        List.of(
            new RecencyFrequencyMatrix.Cell(once, week, 12, 0.44),
            new RecencyFrequencyMatrix.Cell(once, longer, 1, 0.05),
            new RecencyFrequencyMatrix.Cell(often, week, 230, 1),
            new RecencyFrequencyMatrix.Cell(often, longer, 0, Double.NaN)));
  }

  /** Ten customers, of whom the first four left; scored so that the third place went to one who stayed. */
  private static Lookback.Seen lookback() {
    LocalDate cutoff = AS_OF.minusDays(91);
    List<TrackingPlot.Week> weeks = List.of(
        new TrackingPlot.Week(0, cutoff.minusDays(6), 8, OptionalDouble.empty()),
        new TrackingPlot.Week(1, cutoff.plusDays(1), 6, OptionalDouble.of(5.6)),
        new TrackingPlot.Week(2, cutoff.plusDays(8), 7, OptionalDouble.of(5.2)));
    List<GainCurve.Point> points = List.of(
        new GainCurve.Point(0, 0), new GainCurve.Point(0.2, 0.5), new GainCurve.Point(1, 1));
    List<GainCurve.Point> even = List.of(
        new GainCurve.Point(0, 0), new GainCurve.Point(0.2, 0.2), new GainCurve.Point(1, 1));
    return new Lookback.Seen(
        90,
        10,
        4,
        0.917,
        0.6,
        2.5,
        new TrackingPlot(cutoff, weeks),
        new ReliabilityDiagram(List.of(
            new Calibration.Bin(0, 0.5, 6, 0.2, 1 / 6.0),
            new Calibration.Bin(0.5, 0.9, 4, 0.8, 0.75),
            new Calibration.Bin(0.9, 1, 0, Double.NaN, Double.NaN))),
        new GainCurve(List.of(
            new GainCurve.Curve("blend", false, points),
            new GainCurve.Curve(Backtest.RECENCY, true, even),
            new GainCurve.Curve(Backtest.LAST_SHARE, true, even))),
        new ProfitCurve(
            RetentionOffer.usual(),
            0.3,
            List.of(
                new RetentionOffer.Profit(0, 0),
                new RetentionOffer.Profit(0.4, 16.8),
                new RetentionOffer.Profit(1, 10.2))));
  }

  private static KeyFigures keyFigures() {
    return new KeyFigures(
        4338,
        18532,
        new BigDecimal("8911407.90"),
        LocalDate.of(2010, 12, 1),
        LocalDate.of(2011, 12, 9),
        0.642,
        OptionalDouble.of(46));
  }

  private static List<RfmCell> cells() {
    List<RfmCell> cells = new ArrayList<>();
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        cells.add(new RfmCell(
            r,
            f,
            CUSTOMERS[r - 1][f - 1],
            amount(REVENUE[r - 1][f - 1]),
            SEGMENT_OF[r - 1][f - 1]));
      }
    }
    return cells;
  }

  private static List<SegmentRow> segments() {
    return List.of(
        segment("Champions", 601, 5_753_133),
        segment("Loyal Customers", 854, 1_532_922),
        segment("Potential Loyalists", 314, 172_772),
        segment("New Customers", 110, 40_112),
        segment("Promising", 196, 77_860),
        segment("Need Attention", 216, 124_531),
        segment("About To Sleep", 318, 148_002),
        segment("At Risk", 820, 545_633),
        segment("Can't Lose Them", 132, 203_867),
        segment("Hibernating", 777, 312_576));
  }

  private static SegmentRow segment(String name, long customers, long revenue) {
    return new SegmentRow(
        name, customers, customers / 4338.0, amount(revenue), revenue / 8_911_408.0);
  }

  private static List<SegmentAtRisk> atRisk() {
    return List.of(
        new SegmentAtRisk("Champions", 601, amount(1_420_500), amount(312_510)),
        new SegmentAtRisk("Loyal Customers", 854, amount(380_112), amount(158_120)),
        new SegmentAtRisk("Potential Loyalists", 314, amount(70_443), amount(29_811)),
        new SegmentAtRisk("At Risk", 820, amount(401_221), amount(368_402)),
        new SegmentAtRisk("Can't Lose Them", 132, amount(180_332), amount(151_200)),
        new SegmentAtRisk("Hibernating", 777, amount(201_003), amount(193_399)));
  }

  private static Concentration concentration() {
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      curve.add(new CurvePoint(
          i / 100.0, 1 - Math.pow(1 - i / 100.0, Math.max(3.27, 6.9 - 6.05 * i / 100.0))));
    }
    return new Concentration(
        curve,
        List.of(
            new AbcClass("A", 1132, 0.26095, amount(7_128_101), 0.79988),
            new AbcClass("B", 1469, 0.33864, amount(1_337_012), 0.15003),
            new AbcClass("C", 1737, 0.40041, amount(446_295), 0.05009)),
        OptionalDouble.of(0.715140));
  }

  private static RowCounts rows() {
    return new RowCounts(
        541_909,
        397_884,
        8_945,
        135_080,
        List.of(
            new RowReason(
                "Cancelled (a credit note)",
                8_905,
                List.of(new RowExample(143, "InvoiceNo", "C536379"))),
            new RowReason("Price of zero", 40, List.of(new RowExample(9_304, "UnitPrice", "0.0")))),
        List.of(new RowReason(
            "No customer",
            135_080,
            List.of(
                new RowExample(624, "CustomerID", ""), new RowExample(1_445, "CustomerID", "")))));
  }

  private static BigDecimal amount(long major) {
    return BigDecimal.valueOf(major);
  }
}
