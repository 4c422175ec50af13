package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.core.purchase.PurchaseLog;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The date of an analysis. */
final class AsOf {

  @Option(
      names = "--as-of",
      paramLabel = "D",
      description = "The first day that does not count. Default: the day after the last one.")
  private @Nullable LocalDate day;

  /** Null when the day after the last one is meant. */
  @Nullable
  LocalDate day() {
    return day;
  }

  LocalDate in(PurchaseLog log) {
    return day == null ? log.window().end() : day;
  }
}
