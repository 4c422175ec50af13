package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.examples.analyse.report.AbcClass;
import io.headlesscrm.examples.analyse.report.Concentration;
import io.headlesscrm.examples.analyse.report.KeyFigures;
import io.headlesscrm.examples.analyse.report.MethodNote;
import io.headlesscrm.examples.analyse.report.ReportModel;
import io.headlesscrm.examples.analyse.report.RfmCell;
import io.headlesscrm.examples.analyse.report.RfmMap;
import io.headlesscrm.examples.analyse.report.SegmentRow;
import io.headlesscrm.examples.analyse.report.SegmentTable;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.AbcRanking;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.RfmScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Fills the model of the report page with what the analysis found, in the language of the page. */
final class ReportFilling {

  private static final String NO_CURRENCY = "XXX";

  private final Analysis analysis;
  private final Locale locale;
  private final SegmentTotals all;

  ReportFilling(Analysis analysis, Locale locale) {
    this.analysis = analysis;
    this.locale = locale;
    this.all = SegmentTotals.of(analysis, row -> true);
  }

  ReportModel model(String source, PurchaseImport imported) {
    CustomerBase base = analysis.base();
    String currency = base.currency().getCurrencyCode();
    return new ReportModel(
        source,
        base.asOf(),
        currency.equals(NO_CURRENCY) ? "" : currency,
        keyFigures(),
        rfmMap(),
        segments(),
        further(),
        concentration(),
        new ChurnSection(analysis, locale).outlook(),
        new RowSection(imported, base.returnsPolicy(), locale).counts(),
        notices(imported),
        methods());
  }

  private KeyFigures keyFigures() {
    CustomerBase base = analysis.base();
    long purchases = 0;
    long repeaters = 0;
    for (int row = 0; row < base.size(); row++) {
      purchases += base.purchases(row);
      repeaters += base.repeatPurchases(row) > 0 ? 1 : 0;
    }
    return new KeyFigures(
        base.size(),
        purchases,
        all.spend(base),
        base.window().start(),
        base.window().end().minusDays(1),
        (double) repeaters / base.size(),
        medianGap());
  }

  private OptionalDouble medianGap() {
    CustomerBase base = analysis.base();
    List<Integer> gaps = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      int[] days = base.summary(row).epochDays();
      for (int i = 1; i < days.length; i++) {
        gaps.add(days[i] - days[i - 1]);
      }
    }
    int[] sorted = gaps.stream().mapToInt(gap -> gap).sorted().toArray();
    int n = sorted.length;
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0);
  }

  private RfmMap rfmMap() {
    int recencies = analysis.rfmModel().bins(Axis.RECENCY).requested();
    int frequencies = analysis.rfmModel().bins(Axis.FREQUENCY).requested();
    List<RfmCell> cells = new ArrayList<>();
    for (int r = 1; r <= recencies; r++) {
      for (int f = 1; f <= frequencies; f++) {
        cells.add(cell(r, f));
      }
    }
    return new RfmMap(recencies, frequencies, cells);
  }

  private RfmCell cell(int r, int f) {
    SegmentTotals totals = SegmentTotals.of(
        analysis, row -> analysis.scores().r(row) == r && analysis.scores().f(row) == f);
    // the standard map looks at recency and frequency alone, so any monetary score names the cell
    String segment = analysis.rfmModel().segment(new RfmScore(r, f, 1)).code();
    return new RfmCell(r, f, totals.customers(), totals.spend(analysis.base()), segment);
  }

  private List<SegmentRow> segments() {
    return analysis.rfmModel().segments().stream()
        .sorted(Comparator.comparingInt(Segment::rank).reversed())
        .map(this::segment)
        .toList();
  }

  private SegmentRow segment(Segment segment) {
    SegmentTotals totals =
        SegmentTotals.of(analysis, row -> analysis.rfm().segment(row).equals(segment));
    return new SegmentRow(
        segment.code(),
        totals.customers(),
        totals.customerShare(all),
        totals.spend(analysis.base()),
        totals.spendShare(all));
  }

  private List<SegmentTable> further() {
    List<SegmentTable> tables = new ArrayList<>();
    analysis
        .further()
        .forEach((name, segmentation) -> tables.add(new SegmentTable(
            Reason.of("analyse.segmentation." + name.titleKey(analysis.base())).text(locale),
            segmentation.model().segments().stream()
                .map(segment -> segment(segmentation, segment))
                .filter(row -> row.customers() > 0)
                .toList(),
            segmentation.model().notices().stream()
                .map(notice -> notice.text(locale))
                .toList())));
    return tables;
  }

  private SegmentRow segment(Segmentation segmentation, Segment segment) {
    SegmentTotals totals =
        SegmentTotals.of(analysis, row -> segmentation.segment(row).equals(segment));
    return new SegmentRow(
        segment.name(locale),
        totals.customers(),
        totals.customerShare(all),
        totals.spend(analysis.base()),
        totals.spendShare(all));
  }

  private Concentration concentration() {
    List<AbcClass> classes =
        analysis.abcModel().segments().stream().map(this::abcClass).toList();
    AbcRanking ranking = analysis.abcModel().strategy().rank(analysis.base());
    double gini = ranking.concentration().gini();
    return new Concentration(
        ParetoCurve.of(ranking),
        classes,
        Double.isNaN(gini) ? OptionalDouble.empty() : OptionalDouble.of(gini));
  }

  private AbcClass abcClass(Segment segment) {
    SegmentTotals totals =
        SegmentTotals.of(analysis, row -> analysis.abc().segment(row).equals(segment));
    return new AbcClass(
        segment.code(),
        totals.customers(),
        totals.customerShare(all),
        totals.spend(analysis.base()),
        totals.spendShare(all));
  }

  private List<String> notices(PurchaseImport imported) {
    List<Reason> notices = new ArrayList<>(imported.notices());
    notices.addAll(analysis.rfmModel().notices());
    notices.addAll(analysis.abcModel().notices());
    return notices.stream().map(reason -> reason.text(locale)).toList();
  }

  private List<MethodNote> methods() {
    return new MethodNotes(analysis, locale).notes();
  }
}
