package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.propensity.ItemModel;
import io.headlesscrm.churn.propensity.ItemPropensity;
import io.headlesscrm.churn.propensity.ItemPurchases;
import io.headlesscrm.churn.propensity.PropensityScore;
import io.headlesscrm.churn.propensity.PropensityScores;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.csv.CsvColumn;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the customers by how likely they are to buy an item. */
@Command(
    name = "propensity",
    description = "How likely each customer is to buy an item, the likeliest first.")
public final class PropensityCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--of",
      paramLabel = "ITEM",
      required = true,
      description = "Which item, as the column of the item names it.")
  private String item;

  @Mixin
  private AsOf asOf;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "Days within which the item is bought. Default: ${DEFAULT-VALUE}.")
  private int horizon;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    PurchaseImport imported = purchases.readAndWarn();
    requireItems(imported);
    CustomerBase base = purchases.baseAsOf(imported.log(), asOf.day());
    FitResult<ItemModel> fit = ItemPropensity.of(items(imported)).fit(base, item);
    ItemModel model = fit.orThrow();
    PropensityScores scores = model.score(base, Horizon.ofDays(horizon));
    try (TableWriter table = output.table("customer", "probability", "reasons")) {
      for (PropensityScore score : scores.likeliest(scores.size())) {
        table.row(score.customer().value(), score.probability(), words(score));
      }
    }
    say(fit, model, scores);
    return ExitCode.OK;
  }

  private void requireItems(PurchaseImport imported) {
    if (!imported.format().columns().containsKey(CsvColumn.ITEM)) {
      throw new IllegalArgumentException(
          purchases.file() + " has no column of items. Maybe name it with --item?");
    }
  }

  /** What was sold; returns and free deliveries tell little about what somebody will buy. */
  private static ItemPurchases items(PurchaseImport imported) {
    ItemPurchases.Builder items = ItemPurchases.builder();
    imported.forEachRow(row -> {
      String what = row.item();
      if (row.kind() == PurchaseKind.SALE && what != null) {
        items.add(row.customer(), row.day(), what);
      }
    });
    return items.build();
  }

  private static String words(PropensityScore score) {
    return score.reasons().stream().map(Reason::toString).collect(Collectors.joining("; "));
  }

  private void say(FitResult<ItemModel> fit, ItemModel model, PropensityScores scores) {
    fit.verdicts().stream().map(Verdict::toString).forEach(System.err::println);
    System.err.printf(
        Locale.ROOT,
        "%s: in the past %.1f %% of the customers bought it within %d days.%n",
        item,
        100 * scores.baseRate(),
        horizon);
    model
        .findForwardCheck()
        .ifPresent(check -> System.err.printf(
            Locale.ROOT,
            "Learnt until %s, the %d days after it were foretold with AUC %.3f and Brier score %.4f, the base rate's was %.4f.%n",
            check.from(),
            check.days(),
            check.auc(),
            check.brier(),
            check.baseRateBrier()));
  }
}
