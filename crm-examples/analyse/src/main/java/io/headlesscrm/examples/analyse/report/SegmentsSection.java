package io.headlesscrm.examples.analyse.report;

import java.util.List;

/** Sizes of the segments and their part of the revenue. */
final class SegmentsSection {
  private SegmentsSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    Section.open(page, "segments", words.say("segments.title"));
    if (model.segments().isEmpty()) {
      Section.lead(page, words.say("segments.none"));
    } else {
      Section.lead(page, words.say("segments.lead"));
      table(page, model.segments(), words);
    }
    page.close();
  }

  static void table(Markup page, List<SegmentRow> segments, Wording words) {
    page.open("table", "class", "segments").open("thead").open("tr");
    page.leaf("th", words.say("segments.name"), "scope", "col");
    page.leaf("th", words.say("segments.customers"), "scope", "col", "class", "number");
    page.leaf("th", words.say("segments.revenue"), "scope", "col", "class", "number");
    page.leaf("th", words.say("segments.shares"), "scope", "col", "class", "bars");
    page.close().close().open("tbody");
    double longest = longest(segments);
    segments.forEach(segment -> row(page, segment, longest, words));
    page.close().close();
  }

  /** The longest bar fills its place; the others are drawn against it. */
  private static double longest(List<SegmentRow> segments) {
    return segments.stream()
        .mapToDouble(segment -> Math.max(segment.customerShare(), segment.revenueShare()))
        .max()
        .orElse(1);
  }

  private static void row(Markup page, SegmentRow segment, double longest, Wording words) {
    page.open("tr").open("th", "scope", "row").leaf("bdi", words.segment(segment.name()));
    String advice = words.advice(segment.name());
    if (!advice.isEmpty()) {
      page.leaf("span", advice, "class", "advice");
    }
    page.close();
    numbers(page, segment, words);
    page.open("td", "class", "bars");
    Bars.pair(
        page,
        Shares.of(segment.customerShare(), longest),
        Shares.of(segment.revenueShare(), longest));
    page.close().close();
  }

  private static void numbers(Markup page, SegmentRow segment, Wording words) {
    Figures figures = words.figures();
    String customers = figures.count(segment.customers());
    String share = figures.percent(segment.customerShare());
    Cells.number(page, words.say("segments.customers"), customers, share);
    String revenue = figures.money(segment.revenue());
    String revenueShare = figures.percent(segment.revenueShare());
    Cells.number(page, words.say("segments.revenue"), revenue, revenueShare);
  }
}
