package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.examples.analyse.table.TableWriter;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.AbcRanking;
import io.headlesscrm.segmentation.abc.Boundary;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks customers or items by value and cuts them into classes. */
@Command(
    name = "abc",
    description =
        "ABC classes by cumulative share of value, one row per customer or item, the best first.")
public final class AbcCommand implements Callable<Integer> {

  private static final String NO_ITEM = "(none)";

  @Mixin
  private PurchaseSource purchases;

  @Mixin
  private AsOf asOf;

  @Option(
      names = "--by",
      defaultValue = "customer",
      description = "customer or item. Default: ${DEFAULT-VALUE}.")
  private By by;

  @Option(
      names = "--boundary",
      defaultValue = "inclusive",
      description = "inclusive or crossing. Default: ${DEFAULT-VALUE}.")
  private Boundary boundary;

  @Option(
      names = "--limits",
      split = ",",
      defaultValue = "80,95",
      description = "Limits in percent. Default: ${DEFAULT-VALUE}.")
  private List<BigDecimal> limits;

  @Mixin
  private TableOutput output;

  /** What is ranked. */
  enum By {
    CUSTOMER,
    ITEM
  }

  @Override
  public Integer call() throws IOException {
    Abc abc = Abc.builder().boundary(boundary).limits(limits).build();
    AbcRanking ranking =
        by == By.ITEM ? abc.rank(itemValues()) : abc.rank(purchases.baseAsOf(asOf.day()));
    try (TableWriter table = output.table("id", "value", "cumulative_share", "class")) {
      ranking.stream()
          .forEach(ranked -> table.row(
              ranked.id(),
              ranked.value(),
              ranked.cumulativeShare(),
              ranked.segment().code()));
    }
    return ranking.size() == 0 ? ExitCode.NO_ANSWER : ExitCode.OK;
  }

  private Map<String, Money> itemValues() throws IOException {
    PurchaseImport imported = purchases.readAndWarn();
    if (!imported.format().columns().containsKey(CsvColumn.ITEM)) {
      throw new IllegalArgumentException(
          purchases.file() + " has no column for the item. Maybe --item names it?");
    }
    PurchaseLog log = imported.log();
    LocalDate day = asOf.in(log);
    Map<String, Money> values = new TreeMap<>();
    imported.forEachRow(row -> {
      if (purchases.returns().admits(row.kind()) && row.day().isBefore(day)) {
        values.merge(row.item() == null ? NO_ITEM : row.item(), row.amount(), Money::plus);
      }
    });
    return values;
  }
}
