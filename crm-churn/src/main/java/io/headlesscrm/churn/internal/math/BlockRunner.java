package io.headlesscrm.churn.internal.math;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs the blocks of a sum. Who adds their results up in block order gets the same bits from every runner. */
@FunctionalInterface
public interface BlockRunner {

  /** Runs the work for every block in [0, blocks) and returns when all are done. */
  void run(int blocks, IntConsumer work);

  /** In the calling thread, one after the other. */
  static BlockRunner sequential() {
    return (blocks, work) -> {
      for (int block = 0; block < blocks; block++) {
        work.accept(block);
      }
    };
  }

  /**
   * With the help of an executor. The calling thread takes blocks too, so that a busy executor, or one of whose
   * threads the caller itself is, can delay but never block the run.
   */
  static BlockRunner on(Executor executor, int threads) {
    return (blocks, work) -> {
      Run run = new Run(blocks, work);
      for (int helper = 1; helper < Math.min(threads, blocks); helper++) {
        executor.execute(run);
      }
      run.run();
      run.await();
    };
  }

  /** One run whose blocks several threads take in turn. */
  final class Run implements Runnable {

    private final int blocks;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    private final AtomicReference<Optional<Throwable>> failure =
        new AtomicReference<>(Optional.empty());

    private Run(int blocks, IntConsumer work) {
      this.blocks = blocks;
      this.work = work;
    }

    @Override
    public void run() {
      for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
        try {
          work.accept(block);
        } catch (RuntimeException | Error e) {
          failure.set(Optional.of(e));
        }
        if (done.incrementAndGet() == blocks) {
          end.complete(failure.get());
        }
      }
    }

    private void await() {
      Throwable thrown = blocks == 0 ? null : end.join().orElse(null);
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
    }
  }
}
