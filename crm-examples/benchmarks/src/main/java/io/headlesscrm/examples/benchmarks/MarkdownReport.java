package io.headlesscrm.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The results as Markdown. */
final class MarkdownReport {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Consumer<String> lines;

  MarkdownReport(Consumer<String> lines) {
    this.lines = lines;
  }

  void machine(String duckDbVersion) {
    Runtime machine = Runtime.getRuntime();
    lines.accept("%d cores, %s %s, %s, heap %,d MB, DuckDB %s"
        .formatted(
            machine.availableProcessors(),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            System.getProperty("os.arch"),
            machine.maxMemory() >> 20,
            duckDbVersion));
  }

  void size(DataSize size, Rounds rounds) {
    lines.accept(String.format(
        Locale.ROOT,
        "%,d purchases of %,d customers (seed %d), %d rounds in turn after %d to warm up: median (fastest to slowest)",
        size.purchases(),
        size.customers(),
        size.seed(),
        rounds.counted(),
        rounds.warmups()));
  }

  void checks(List<Check> checks) {
    lines.accept("");
    checks.forEach(check -> lines.accept("- " + check));
  }

  void results(int threads, List<Result> results) {
    lines.accept("");
    lines.accept("**" + (threads == 1 ? "One thread" : threads + " threads") + " on each side**");
    lines.accept("");
    lines.accept("| step | Headless CRM | rival | ratio | to reach | reached |");
    lines.accept("|---|---|---|---|---|---|");
    results.forEach(result -> lines.accept(row(threads, result)));
  }

  void footprints(DataSize size, List<Footprint> footprints) {
    lines.accept("");
    lines.accept("| memory | MB | sum of its arrays, MB | bytes a purchase | bytes a customer |");
    lines.accept("|---|---|---|---|---|");
    for (Footprint footprint : footprints) {
      lines.accept("| %s | %s | %s | %s | %s |"
          .formatted(
              footprint.what(),
              decimal(footprint.measured() / 1e6),
              footprint.reckoned() == Footprint.UNKNOWN ? "" : decimal(footprint.reckoned() / 1e6),
              decimal((double) footprint.measured() / size.purchases()),
              decimal((double) footprint.measured() / size.customers())));
    }
  }

  private static String row(int threads, Result result) {
    Step step = result.step();
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            step.title() + (threads > 1 && !step.parallel() ? " (ours on one)" : ""),
            time(result.ours()),
            rival(result),
            number(result.findRatio()),
            goal(step.goal()),
            reached(result.findReached()));
  }

  private static String rival(Result result) {
    if (result.step().rival() instanceof Rival.Quoted quoted) {
      return result.findRivalNanos().isPresent()
          ? "%s ms, %s, quoted".formatted(decimal(quoted.millis()), quoted.name())
          : "";
    }
    return result.theirs().map(MarkdownReport::time).orElse("");
  }

  private static String goal(Goal goal) {
    if (goal instanceof Goal.Ratio ratio) {
      return decimal(ratio.times());
    }
    return goal instanceof Goal.AtMost most ? atMost(most.nanos()) : "";
  }

  private static String atMost(double nanos) {
    return isShort(nanos) ? decimal(nanos) + " ns" : decimal(nanos / NANOS_PER_MILLI) + " ms";
  }

  private static String reached(Optional<Boolean> reached) {
    return reached.map(yes -> yes ? "yes" : "no").orElse("");
  }

  private static String time(Timing timing) {
    boolean isShort = isShort(timing.median());
    double unit = isShort ? 1 : NANOS_PER_MILLI;
    return "%s %s (%s to %s)"
        .formatted(
            decimal(timing.median() / unit),
            isShort ? "ns" : "ms",
            decimal(timing.least() / unit),
            decimal(timing.most() / unit));
  }

  private static boolean isShort(double nanos) {
    return nanos < 1e4;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? decimal(value.getAsDouble()) : "";
  }

  /** Three digits that mean something, no more. */
  private static String decimal(double value) {
    return String.format(
        Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%,.0f", value);
  }
}
