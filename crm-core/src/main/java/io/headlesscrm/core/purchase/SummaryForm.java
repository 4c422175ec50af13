package io.headlesscrm.core.purchase;

import io.headlesscrm.core.json.JsonDocument;

/** Purchase summaries, version 1. */
final class SummaryForm {

  private static final String KIND = "purchase-summary";
  private static final int VERSION = 1;

  private SummaryForm() {}

  static JsonDocument write(PurchaseSummary summary) {
    return JsonDocument.builder()
        .put("kind", KIND)
        .put("version", VERSION)
        .put("purchases", summary.purchases())
        .put("spendMinor", summary.spendMinor())
        .put("firstDaySpendMinor", summary.firstDaySpendMinor())
        .put("returnedMinor", summary.returnedMinor())
        .put("epochDays", summary.epochDays())
        .build();
  }

  static PurchaseSummary read(JsonDocument json) {
    json.requireKind("kind", KIND, VERSION);
    try {
      return PurchaseSummary.of(
          Math.toIntExact(json.whole("purchases")),
          json.wholes("epochDays"),
          json.whole("spendMinor"),
          json.whole("firstDaySpendMinor"),
          json.whole("returnedMinor"));
    } catch (ArithmeticException e) {
      throw json.problem(
          "purchases", json.whole("purchases"), "must fit an int", "Maybe the file is damaged?");
    }
  }
}
