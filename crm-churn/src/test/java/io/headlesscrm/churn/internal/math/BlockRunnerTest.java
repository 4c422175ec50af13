package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class BlockRunnerTest {

  @Test
  void on_severalThreads_runsEveryBlockOnce() {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      AtomicIntegerArray runs = new AtomicIntegerArray(1000);
      BlockRunner.on(pool, 4).run(1000, runs::incrementAndGet);
      for (int block = 0; block < 1000; block++) {
        assertThat(runs.get(block)).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void on_executorThatNeverRuns_doesTheWorkItself() {
    AtomicIntegerArray runs = new AtomicIntegerArray(10);
    BlockRunner.on(task -> {}, 8).run(10, runs::incrementAndGet);
    assertThat(runs.get(9)).isEqualTo(1);
  }

  @Test
  void on_failingBlock_throwsItAfterTheOthers() {
    assertThatThrownBy(() -> BlockRunner.on(Runnable::run, 3).run(5, block -> {
          if (block == 2) {
            throw new IllegalStateException("block 2");
          }
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("block 2");
  }
}
