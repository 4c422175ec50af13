package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.ScopeTotals;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.core.purchase.csv.RejectedRow;
import io.headlesscrm.core.purchase.csv.SetAsideRow;
import io.headlesscrm.examples.analyse.report.Language;
import io.headlesscrm.examples.analyse.report.ReportPage;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes everything that the main job leaves in its folder. */
public final class ReportFiles {

  private final PurchaseImport imported;
  private final Analysis analysis;
  private final Language language;
  private final Locale locale;
  private final boolean excel;

  /**
   * The files of one analysis.
   *
   * @param imported what was read
   * @param analysis what was found
   * @param language of the page and of every reason
   * @param excel whether to mark the tables and defuse formulas for spreadsheets
   */
  public ReportFiles(PurchaseImport imported, Analysis analysis, Language language, boolean excel) {
    this.imported = imported;
    this.analysis = analysis;
    this.language = language;
    this.locale = Locale.forLanguageTag(language.code());
    this.excel = excel;
  }

  /**
   * Writes report.html, customers.csv, rejects.csv, set-aside.csv and summary.json.
   *
   * @param folder created when it is not there; files in it are replaced
   * @param source the name of the data, for the page
   * @return the page
   * @throws IOException when a file cannot be written
   */
  public Path write(Path folder, String source) throws IOException {
    Files.createDirectories(folder);
    Path page = folder.resolve("report.html");
    ReportPage.write(new ReportFilling(analysis, locale).model(source, imported), language, page);
    new CustomersTable(analysis, locale).write(folder.resolve("customers.csv"), excel);
    writeRejects(folder.resolve("rejects.csv"));
    writeSetAside(folder.resolve("set-aside.csv"));
    Files.writeString(folder.resolve("summary.json"), summary() + "\n");
    return page;
  }

  private void writeRejects(Path file) throws IOException {
    try (TableWriter table = TableWriter.to(file, excel, "line", "column", "value", "reason")) {
      for (RejectedRow row : imported.rejected()) {
        table.row(row.line(), row.column(), row.value(), row.reason().text(locale));
      }
    }
  }

  private void writeSetAside(Path file) throws IOException {
    try (TableWriter table = TableWriter.to(file, excel, "line", "reason")) {
      for (SetAsideRow row : imported.setAside(analysis.base().returnsPolicy())) {
        table.row(row.line(), row.reason().text(locale));
      }
    }
  }

  private JsonDocument summary() {
    ReturnsPolicy policy = analysis.base().returnsPolicy();
    return JsonDocument.builder()
        .put("asOf", analysis.base().asOf().toString())
        .put("returns", policy.toString())
        .put("currency", analysis.base().currency().getCurrencyCode())
        .put("rowsRead", imported.rowsRead())
        .put("rowsUsed", imported.rowsUsed(policy))
        .put("rowsSetAside", imported.rowsSetAside(policy))
        .put("rowsRejected", imported.rejected().size())
        .put("sales", scope(ReturnsPolicy.SALES))
        .put("net", scope(ReturnsPolicy.NET))
        .putTexts(
            "notices",
            imported.notices().stream()
                .map((Reason notice) -> notice.text(locale))
                .toList())
        .build();
  }

  private JsonDocument scope(ReturnsPolicy policy) {
    ScopeTotals totals = imported.log().totals(policy);
    Money total = totals.total();
    return JsonDocument.builder()
        .put("rows", imported.rowsUsed(policy))
        .put("customers", totals.customers())
        .put("invoices", totals.purchases())
        .put("total", total.toDecimal())
        .build();
  }
}
