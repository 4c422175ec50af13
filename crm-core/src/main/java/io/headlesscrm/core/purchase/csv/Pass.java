package io.headlesscrm.core.purchase.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One reading of a file from start to end by several workers; each has a sink of its own.
 *
 * @param sinks what became of the good rows, in no order that means anything
 * @param rejected the others, by line
 * @param lines of the blocks
 * @param rowsRead good and rejected rows
 * @param evidence of all rows
 */
record Pass<S extends RowSink>(
    List<S> sinks,
    List<RejectedRow> rejected,
    LineNumbers lines,
    long rowsRead,
    Evidence evidence) {

  static <S extends RowSink> Pass<S> run(
      RowBlocks blocks, Reading reading, Supplier<S> sinks, Executor executor, int tasks)
      throws IOException {
    List<BlockReader<S>> workers = Stream.generate(() -> new BlockReader<>(reading, sinks.get()))
        .limit(tasks)
        .toList();
    // the first worker is the caller's thread; it comes last here, so that the others have started
    CompletableFuture<?>[] running = Stream.concat(
            workers.stream().skip(1).map(worker -> running(worker, blocks, executor)),
            Stream.of(workers.get(0)).map(worker -> running(worker, blocks, Runnable::run)))
        .toArray(CompletableFuture[]::new);
    join(running);
    return of(workers);
  }

  private static CompletableFuture<Void> running(
      BlockReader<?> worker, RowBlocks blocks, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            worker.readAll(blocks);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        executor);
  }

  private static void join(CompletableFuture<?>[] running) throws IOException {
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException cause) {
        throw cause.getCause();
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static <S extends RowSink> Pass<S> of(List<BlockReader<S>> workers) {
    Map<Integer, Integer> linesByBlock = new HashMap<>();
    Evidence evidence = new Evidence();
    long rowsRead = 0;
    for (BlockReader<S> worker : workers) {
      linesByBlock.putAll(worker.linesByBlock());
      evidence.addAll(worker.evidence());
      rowsRead += worker.rowsRead();
    }
    LineNumbers lines = new LineNumbers(linesByBlock);
    List<RejectedRow> rejected = workers.stream()
        .flatMap(worker -> worker.rejected().stream())
        .map(row -> row.atLine(lines.line(row.line())))
        .sorted(Comparator.comparingLong(RejectedRow::line))
        .toList();
    return new Pass<>(
        workers.stream().map(BlockReader::sink).toList(), rejected, lines, rowsRead, evidence);
  }
}
