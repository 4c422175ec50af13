package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.PurchaseLog;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a source to an import: how dates and numbers are meant is guessed from the beginning of the file, counted
 * over all of it, and where the guess was wrong the file is read once more.
 */
final class CsvImporter {

  /** Counts only: no value of a row ever reaches a log. */
  private static final Logger logger = LoggerFactory.getLogger(PurchaseCsv.class);

  private final CsvSource source;
  private final CsvOptions options;
  private final Executor executor;
  private final int tasks;

  CsvImporter(CsvSource source, CsvOptions options, Executor executor, int tasks) {
    this.source = source;
    this.options = options;
    this.executor = executor;
    this.tasks = tasks;
  }

  PurchaseImport read() {
    try (CsvSource.Opened opened = source.open()) {
      Reading guess = guess(opened.head(), options, source.name());
      PurchaseImport imported = matchesCredits(guess)
          ? readMatching(opened, guess)
          : readOnce(opened, guess, new CreditMatching(List.of()));
      logger.debug(
          "{} rows read, {} rejected", imported.rowsRead(), imported.rejected().size());
      return imported;
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }

  /** How the beginning of a file asks to be read. */
  static Reading guess(String head, CsvOptions options, String file) throws IOException {
    Header header = Header.of(head, options, file);
    Reading unknown = Reading.of(options, header.columns(), header.delimiter(), new Evidence());
    BlockReader<RowSink> sample = new BlockReader<>(unknown, (row, position) -> {});
    RowBlocks blocks = unknown.blocks(new StringReader(head));
    RowBlocks.Block first = blocks.next();
    if (first != null) {
      sample.read(first);
    }
    if (sample.isWithoutHeader()) {
      throw Header.malformed(file);
    }
    sample.readAll(blocks);
    return Reading.of(options, header.columns(), header.delimiter(), sample.evidence());
  }

  private boolean matchesCredits(Reading guess) {
    // where the file itself says what is taken back, nothing is guessed
    if (!options.matchCreditNotes() || guess.columns().has(CsvColumn.REVERSAL_OF)) {
      return false;
    }
    if (!guess.columns().has(CsvColumn.ITEM)) {
      throw new UnreadableCsvException(
          Reason.of("csv.file_no_item").withValue("file", source.name()));
    }
    requireRepeatable("csv.file_stream_matching");
    return true;
  }

  private PurchaseImport readMatching(CsvSource.Opened opened, Reading guess) throws IOException {
    Settled<CreditSink> credits = settle(opened, guess, CreditSink::new);
    CreditMatching matching = new CreditMatching(
        credits.pass.sinks().stream().flatMap(sink -> sink.credits().stream()).toList());
    try (CsvSource.Opened again = source.open()) {
      return readOnce(again, credits.reading, matching);
    }
  }

  private PurchaseImport readOnce(CsvSource.Opened opened, Reading guess, CreditMatching matching)
      throws IOException {
    Settled<LogSink> settled = settle(opened, guess, () -> new LogSink(matching));
    LogGathering gathering = new LogGathering(settled.pass, matching);
    gathering.requireOneLog(source.name());
    PurchaseLog log = gathering.build(settled.reading.targetCurrency(), executor, tasks);
    return new PurchaseImport(
        log,
        settled.reading.format(opened),
        settled.pass,
        gathering,
        Notices.of(settled.reading, settled.pass.evidence(), gathering.counts()),
        new RowReplay(source, settled.reading, settled.pass.lines(), gathering.counts()));
  }

  /** A pass whose dates and numbers are read as the whole file says they are meant. */
  private <S extends RowSink> Settled<S> settle(
      CsvSource.Opened opened, Reading guess, Supplier<S> sinks) throws IOException {
    Pass<S> pass = pass(opened, guess, sinks);
    requireDateOrder(pass.evidence(), guess);
    Reading reading = Reading.of(options, guess.columns(), guess.delimiter(), pass.evidence());
    if (reading.readsAs(guess)) {
      return new Settled<>(reading, pass);
    }
    requireRepeatable("csv.file_stream_decided_late");
    try (CsvSource.Opened again = source.open()) {
      return new Settled<>(reading, pass(again, reading, sinks));
    }
  }

  private <S extends RowSink> Pass<S> pass(
      CsvSource.Opened opened, Reading reading, Supplier<S> sinks) throws IOException {
    return Pass.run(reading.blocks(opened.reader()), reading, sinks, executor, tasks);
  }

  private void requireDateOrder(Evidence evidence, Reading reading) {
    if (options.dateOrder() == null && evidence.needsDateOrder() && evidence.dateOrder() == null) {
      throw new UnreadableCsvException(Reason.of("csv.file_ambiguous_dates")
          .withValue("file", source.name())
          .withValue("column", reading.columns().name(CsvColumn.DATE)));
    }
  }

  private void requireRepeatable(String key) {
    if (!source.isRepeatable()) {
      throw new UnreadableCsvException(Reason.of(key).withValue("file", source.name()));
    }
  }

  private record Settled<S extends RowSink>(Reading reading, Pass<S> pass) {}
}
