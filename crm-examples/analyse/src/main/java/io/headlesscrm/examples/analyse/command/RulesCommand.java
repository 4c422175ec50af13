package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.examples.analyse.table.BasketsFile;
import io.headlesscrm.examples.analyse.table.TableWriter;
import io.headlesscrm.segmentation.basket.AssociationRule;
import io.headlesscrm.segmentation.basket.Baskets;
import io.headlesscrm.segmentation.basket.Correction;
import io.headlesscrm.segmentation.basket.RuleMiner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mines association rules. */
@Command(
    name = "rules",
    description =
        "What is bought together: association rules, one per row, the highest lift first. Several items of one side are"
            + " joined with semicolons.")
public final class RulesCommand implements Callable<Integer> {

  private static final String JOIN = ";";

  @Parameters(
      paramLabel = "BASKETS",
      description =
          "CSV with the header transaction,item, or a basket on each line without a header; any CSV with --transaction and --item.")
  private Path file;

  @ArgGroup(exclusive = false)
  private @Nullable Columns columns;

  /** Both or neither. */
  static final class Columns {

    @Option(
        names = "--transaction",
        paramLabel = "COLUMN",
        required = true,
        description = "Column that says which basket, such as the invoice of a file of purchases.")
    private String transaction;

    @Option(
        names = "--item",
        paramLabel = "COLUMN",
        required = true,
        description = "Column that says what is in the basket.")
    private String item;

    Baskets read(Path file) throws IOException {
      return BasketsFile.read(file, transaction, item);
    }
  }

  @Option(
      names = "--min-support",
      paramLabel = "S",
      required = true,
      description = "Share of the baskets that must hold both sides, inclusive.")
  private BigDecimal minSupport;

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      required = true,
      description =
          "Share of the baskets with the left side that must hold the right one, inclusive.")
  private BigDecimal minConfidence;

  @Option(
      names = "--max-consequent",
      paramLabel = "N",
      defaultValue = "1",
      description = "Items on the right side at most. Default: ${DEFAULT-VALUE}.")
  private int maxConsequent;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "30",
      description = "Items on both sides at most. Default: ${DEFAULT-VALUE}.")
  private int maxLength;

  @Option(
      names = "--correction",
      defaultValue = "none",
      description =
          "Of the p-values for the number of rules: none, bonferroni, holm or benjamini-hochberg. Default: ${DEFAULT-VALUE}.")
  private Correction correction;

  @Option(
      names = "--no-redundant",
      description = "Leave out rules that a more general one makes useless.")
  private boolean noRedundant;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    List<AssociationRule> rules = RuleMiner.builder(minSupport, minConfidence)
        .maxConsequent(maxConsequent)
        .maxLength(maxLength)
        .correction(correction)
        .build()
        .rules(columns == null ? BasketsFile.read(file) : columns.read(file));
    try (TableWriter table = output.table(
        "antecedent",
        "consequent",
        "count",
        "support",
        "confidence",
        "lift",
        "leverage",
        "conviction",
        "p_value")) {
      rules.stream()
          .filter(rule -> !(noRedundant && rule.isRedundant()))
          .forEach(rule -> table.row(
              String.join(JOIN, rule.antecedent()),
              String.join(JOIN, rule.consequent()),
              rule.count(),
              rule.support(),
              rule.confidence(),
              rule.lift(),
              rule.leverage(),
              rule.conviction(),
              rule.adjustedPValue()));
    }
    return rules.isEmpty() ? ExitCode.NO_ANSWER : ExitCode.OK;
  }
}
