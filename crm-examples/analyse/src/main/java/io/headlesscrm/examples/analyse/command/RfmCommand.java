package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.examples.analyse.table.TableWriter;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.rfm.Binning;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.rfm.RfmScores;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores recency, frequency and monetary value. */
@Command(name = "rfm", description = "RFM scores and segment, one row per customer.")
public final class RfmCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Mixin
  private AsOf asOf;

  @Option(
      names = "--bins",
      defaultValue = "5",
      description = "Scores per axis. Default: ${DEFAULT-VALUE}.")
  private int bins;

  @Option(
      names = "--binning",
      defaultValue = "ties-low",
      description =
          "ties-low, ties-high, ties-mid, split-by-id, r-rfm, pandas or ntile. Default: ${DEFAULT-VALUE}.")
  private Binning binning;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    CustomerBase base = purchases.baseAsOf(asOf.day());
    RfmModel model = Rfm.builder().bins(bins).binning(binning).build().fit(base);
    RfmScores scores = model.scores(base);
    Segmentation segments = model.segment(base);
    try (TableWriter table =
        output.table("id", "recency_days", "frequency", "monetary", "r", "f", "m", "segment")) {
      for (int row = 0; row < base.size(); row++) {
        table.row(
            base.customer(row).value(),
            base.recencyDays(row),
            base.purchases(row),
            base.spend(row).toDecimal(),
            scores.r(row),
            scores.f(row),
            scores.m(row),
            segments.segment(row).toString());
      }
    }
    return base.size() == 0 ? ExitCode.NO_ANSWER : ExitCode.OK;
  }
}
