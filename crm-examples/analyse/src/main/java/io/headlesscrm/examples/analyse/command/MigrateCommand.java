package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.examples.analyse.table.TableWriter;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.rfm.Binning;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.stability.Flow;
import io.headlesscrm.segmentation.stability.MigrationMatrix;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who moved from which segment to which one between two dates. */
@Command(
    name = "migrate",
    description =
        "Customers and value from segment to segment between two dates; newcomers come from New, those who are no"
            + " customers any more go to Gone.")
public final class MigrateCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--from",
      paramLabel = "D",
      required = true,
      description = "The first date: days before it count.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "D",
      required = true,
      description = "The second date: days before it count.")
  private LocalDate to;

  @Option(
      names = "--rebin",
      description =
          "Cut anew at the second date. Default: the cut points of the first date hold, so that movement shows.")
  private boolean rebin;

  @Option(
      names = "--by",
      paramLabel = "STRATEGY",
      defaultValue = "rfm",
      description = "rfm, abc, pyramid or lifecycle. Default: ${DEFAULT-VALUE}.")
  private By by;

  @Option(
      names = "--binning",
      defaultValue = "ties-low",
      description =
          "Of rfm: ties-low, ties-high, ties-mid, split-by-id, r-rfm, pandas or ntile. Default: ${DEFAULT-VALUE}.")
  private Binning binning;

  @Mixin
  private TableOutput output;

  /** What tells customers apart. */
  enum By {
    RFM,
    ABC,
    PYRAMID,
    LIFECYCLE
  }

  @Override
  public Integer call() throws IOException {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "--from is " + from + ", it must be before --to, which is " + to + ".");
    }
    PurchaseLog log = purchases.readAndWarn().log();
    CustomerBase first = log.asOf(from, purchases.returns());
    if (first.size() == 0) {
      throw new IllegalArgumentException("--from is " + from
          + ", before anybody had bought: there is nothing to move from. Maybe a day after "
          + log.window().start() + ", the first one with a purchase?");
    }
    CustomerBase second = log.asOf(to, purchases.returns());
    MigrationMatrix matrix = rebin
        ? MigrationMatrix.rebinned(strategy(), first, second)
        : MigrationMatrix.frozen(strategy(), first, second);
    try (TableWriter table = output.table("from", "to", "customers", "value")) {
      matrix.flows().stream()
          .filter(flow -> flow.customers() > 0)
          .forEach(flow -> table.row(
              name(flow.from(), "New"), name(flow.to(), "Gone"), flow.customers(), value(flow)));
    }
    return second.size() == 0 ? ExitCode.NO_ANSWER : ExitCode.OK;
  }

  private SegmentationStrategy strategy() {
    return switch (by) {
      case RFM -> Rfm.builder().binning(binning).build();
      case ABC -> Abc.byValue();
      case PYRAMID -> Pyramid.bySpend();
      case LIFECYCLE -> Lifecycle.standard();
    };
  }

  private static String name(@Nullable Segment segment, String otherwise) {
    return segment == null ? otherwise : segment.code();
  }

  /** What the customers had spent as of the second date; of those who are gone, as of the first. */
  private static Object value(Flow flow) {
    return (flow.to() == null ? flow.before() : flow.after()).toDecimal();
  }
}
