package io.headlesscrm.examples.analyse.report;

/** The customers to call first, each with the reason: a list to work through. */
final class CallsSection {
  private static final String SEPARATOR = " \u00B7 ";

  private CallsSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      write(page, fit, words);
    }
  }

  private static void write(Markup page, ChurnOutlook.Fitted fit, Wording words) {
    if (fit.callFirst().isEmpty()) {
      Section.open(page, "calls", words.say("calls.title.none"));
      Section.lead(page, words.say("calls.none"));
    } else {
      Section.open(page, "calls", words.sayCount("calls.title", fit.callFirst().size()));
      Section.lead(page, words.say("calls.lead"));
      page.open("ol");
      fit.callFirst().forEach(customer -> entry(page, customer, words));
      page.close();
    }
    page.close();
  }

  private static void entry(Markup page, CustomerToCall customer, Wording words) {
    page.open("li").open("div", "class", "who");
    page.leaf("bdi", Excerpt.of(customer.customerId()), "class", "id");
    if (!customer.segment().isEmpty()) {
      page.text(" ").leaf("span", words.segment(customer.segment()), "class", "tag");
    }
    page.text(" ").open("span", "class", "stake");
    page.leaf("b", words.figures().money(customer.valueAtRisk())).text(" ");
    page.text(words.say("calls.at-risk")).close().close();
    page.leaf("p", customer.reason(), "class", "reason");
    page.leaf("p", facts(customer, words), "class", "facts").close();
  }

  private static String facts(CustomerToCall customer, Wording words) {
    Figures figures = words.figures();
    return String.join(
        SEPARATOR,
        words.say("calls.no-purchase", "share", figures.percent(customer.churnProbability())),
        words.say("calls.last", "date", figures.date(customer.lastPurchase())),
        words.say("calls.revenue", "amount", figures.money(customer.revenue())));
  }
}
