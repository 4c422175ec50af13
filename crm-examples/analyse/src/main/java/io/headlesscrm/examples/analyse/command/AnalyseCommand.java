package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.examples.analyse.analysis.Analysis;
import io.headlesscrm.examples.analyse.analysis.FurtherSegmentations;
import io.headlesscrm.examples.analyse.analysis.ReportFiles;
import io.headlesscrm.examples.analyse.analysis.RetentionTerms;
import io.headlesscrm.examples.analyse.generate.Generator;
import io.headlesscrm.examples.analyse.generate.GeneratorOptions;
import io.headlesscrm.examples.analyse.report.Language;
import io.headlesscrm.examples.analyse.table.MeasuresFile;
import io.headlesscrm.segmentation.json.RuleSetJson;
import io.headlesscrm.segmentation.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: a file of purchases in, a report out; a made-up company when no file is given. */
@Command(
    name = "analyse",
    description =
        "Write a report on the customers of PURCHASES, or of a made-up express company when no file is given.")
public final class AnalyseCommand implements Callable<Integer> {

  private static final int MOST_PROBLEMS = 10;
  private static final GeneratorOptions MADE_UP_COMPANY = GeneratorOptions.of(2_000, 30_000, 1);

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "crm-report",
      description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin
  private AsOf asOf;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "How far the churn probability looks. Default: ${DEFAULT-VALUE}.")
  private int horizonDays;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "Language of the report: en or zh. Default: ${DEFAULT-VALUE}.")
  private String language;

  @Option(
      names = "--segmentations",
      paramLabel = "NAMES",
      defaultValue = "all",
      description =
          "Beside RFM and ABC: all, none or some of pyramid, value, lifecycle, abc_xyz, cluster, loyalty, satisfaction,"
              + " orientation, rule. Default: ${DEFAULT-VALUE}.")
  private String segmentations;

  @Option(
      names = "--measures",
      paramLabel = "FILE",
      description =
          "CSV of what is known beside purchases: customer, then columns such as margin, cost_to_serve, wallet,"
              + " preference, differentiation, satisfaction, discount_share, price_interest, service_interest,"
              + " product_interest (answers from 1 to 5), and any that the rules ask for.")
  private @Nullable Path measures;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "JSON of rules of your own, over recency, frequency, monetary and the measures.")
  private @Nullable Path rules;

  @Option(
      names = "--offer-value",
      paramLabel = "AMOUNT",
      defaultValue = "200",
      description =
          "For the profit of a retention offer: what a customer who is kept is worth. Default: ${DEFAULT-VALUE}.")
  private double offerValue;

  @Option(
      names = "--offer-incentive",
      paramLabel = "AMOUNT",
      defaultValue = "10",
      description = "What the offer costs when it is taken. Default: ${DEFAULT-VALUE}.")
  private double offerIncentive;

  @Option(
      names = "--offer-contact",
      paramLabel = "AMOUNT",
      defaultValue = "1",
      description = "What asking one customer costs. Default: ${DEFAULT-VALUE}.")
  private double offerContact;

  @Option(
      names = "--offer-success",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description =
          "The part of the leavers who take the offer and stay, from 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double offerSuccess;

  @Option(
      names = "--excel",
      description =
          "For spreadsheets: byte order mark, and an apostrophe before texts that look like formulas.")
  private boolean excel;

  @Override
  public Integer call() throws IOException {
    Language pageLanguage = Language.parse(language);
    Horizon horizon = Horizon.ofDays(horizonDays);
    FurtherSegmentations asked = FurtherSegmentations.parse(segmentations);
    RetentionTerms retention = new RetentionTerms(
        new RetentionOffer(offerValue, offerIncentive, offerContact), offerSuccess);
    Files.createDirectories(out);
    if (!purchases.isGiven()) {
      generate();
    }
    @Nullable
    MeasuresFile known =
        measures == null ? null : MeasuresFile.read(measures, FurtherSegmentations.ranges());
    PurchaseImport imported = purchases.read();
    PurchaseLog log = imported.log();
    if (imported.rowsRead() == 0) {
      throw new IllegalStateException(
          purchases.file() + " has no rows below its header. Maybe the export was empty?");
    }
    if (log.isEmpty()) {
      throw new IllegalStateException(purchases.file() + ": none of its " + imported.rowsRead()
          + " rows could be used. Maybe the command columns shows why?");
    }
    LocalDate day = asOf.in(log);
    FurtherSegmentations further = asked.withMeasures(known).withRules(readRules());
    Analysis analysis = Analysis.of(log, day, purchases.returns(), horizon, further, retention);
    Path page = new ReportFiles(imported, analysis, pageLanguage, excel)
        .write(out, purchases.file().getFileName().toString());
    if (known != null) {
      Files.write(out.resolve("measure-rejects.txt"), known.problems());
      print(known, analysis);
    }
    print(imported, analysis, page);
    return ExitCode.OK;
  }

  private void generate() throws IOException {
    Path file = out.resolve("made-up-purchases.csv");
    Path known = out.resolve("made-up-measures.csv");
    Generator.of(MADE_UP_COMPANY).write(file, null, known);
    purchases.use(file);
    measures = measures == null ? known : measures;
    System.out.println("No file was given: made up an express company in " + file);
  }

  private @Nullable RuleSet readRules() throws IOException {
    return rules == null
        ? null
        : RuleSetJson.toRuleSet(JsonDocument.parse(Files.readString(rules)));
  }

  private static void print(MeasuresFile known, Analysis analysis) {
    known.problems().stream()
        .limit(MOST_PROBLEMS)
        .forEach(problem -> System.out.println("not used: " + problem));
    if (known.problems().size() > MOST_PROBLEMS) {
      System.out.printf(
          Locale.ROOT,
          "not used: %,d more; all are in measure-rejects.txt%n",
          known.problems().size() - MOST_PROBLEMS);
    }
    System.out.printf(
        Locale.ROOT,
        "Measures of %,d customers, %,d of them without a purchase%n",
        known.size(),
        known.countWithoutPurchase(analysis.base()));
  }

  private void print(PurchaseImport imported, Analysis analysis, Path page) {
    System.out.printf(
        Locale.ROOT,
        "%,d rows read: %,d used, %,d set aside, %,d rejected; %s%n",
        imported.rowsRead(),
        imported.rowsUsed(purchases.returns()),
        imported.rowsSetAside(purchases.returns()),
        imported.rejected().size(),
        analysis.base());
    System.out.println("The report is in " + page.toAbsolutePath().normalize());
  }
}
