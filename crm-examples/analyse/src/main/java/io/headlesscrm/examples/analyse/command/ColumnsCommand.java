package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.core.purchase.csv.CsvDescription;
import io.headlesscrm.core.purchase.csv.CsvFormat;
import io.headlesscrm.core.purchase.csv.CsvRow;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how a file would be read, and does nothing else. */
@Command(
    name = "columns",
    description = "Show how PURCHASES would be read, with its first ten rows.")
public final class ColumnsCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    CsvDescription description = PurchaseCsv.describe(purchases.file(), purchases.options());
    StringBuilder text = new StringBuilder();
    describe(description.format(), text);
    description
        .rows()
        .forEach(row -> text.append("line ")
            .append(row.line())
            .append(": ")
            .append(outcome(row))
            .append('\n'));
    output.text(text.toString().stripTrailing());
    return ExitCode.OK;
  }

  private static void describe(CsvFormat format, StringBuilder text) {
    text.append(format.charset())
        .append(format.gzip() ? ", gzip" : "")
        .append(", delimiter ")
        .append(shown(format.delimiter()))
        .append('\n');
    format
        .header()
        .forEach(name -> text.append("column ")
            .append(name)
            .append(": ")
            .append(meaning(format, name))
            .append('\n'));
  }

  private static String meaning(CsvFormat format, String name) {
    for (CsvColumn column : CsvColumn.values()) {
      if (name.equals(format.columns().get(column))) {
        return column.toString().toLowerCase(Locale.ROOT);
      }
    }
    return "not used";
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }

  private static String outcome(CsvDescription.SampleRow row) {
    CsvRow understood = row.understood();
    if (understood == null) {
      return "rejected: " + (row.problem() == null ? "" : row.problem());
    }
    return understood.customer() + ", " + understood.day() + ", " + understood.amount() + ", "
        + understood.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (understood.invoice() == null ? "" : ", invoice " + understood.invoice());
  }
}
