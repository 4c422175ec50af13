package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Two threads see what was committed, and of two that want the same one wins. */
final class ThreadChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int ROUNDS = 3;
  private static final long LONGEST_SECONDS = 30;

  /** How long a unit stays open for another one to come in, if the storage lets it. */
  private static final long LINGER_MILLIS = 15;

  private ThreadChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "threads-see-committed",
            "What one thread has committed, another one sees through another handle, at once.",
            ThreadChecks::seeCommitted),
        new Promise(
            "threads-see-nothing-else",
            "What is not committed no other thread sees.",
            ThreadChecks::seeNothingElse),
        new Promise(
            "threads-own-units",
            "A unit belongs to its thread and is not active on another one.",
            ThreadChecks::ownUnits),
        new Promise(
            "threads-one-update",
            "Of two threads that update the same version one wins.",
            ThreadChecks::oneUpdate),
        new Promise(
            "threads-one-insert",
            "Of two threads that insert the same id one wins.",
            ThreadChecks::oneInsert),
        new Promise(
            "threads-one-append",
            "Of two threads that append the same id one appends.",
            ThreadChecks::oneAppend));
  }

  private static void seeCommitted(Workbench bench) {
    CrmStorage other = bench.elsewhere();
    for (int round = 1; round <= ROUNDS; round++) {
      long rank = round;
      Specimen specimen = Specimen.of("a").withRank(rank);
      long version = rank - 1;
      bench.inUnit(() -> put(bench.records().find("a").isEmpty(), bench, specimen, version));
      Expect.equal(
          "what the other thread finds",
          Optional.of(new Versioned<>(specimen, round)),
          elsewhere(bench, () -> other.store(Specimen.TYPE).find("a")));
      Expect.equal(
          "what the other thread lists by the new key",
          1,
          elsewhere(
              bench,
              () -> other
                  .store(Specimen.TYPE)
                  .list(Query.where(Specimen.RANK.is(rank)), Page.first(9))
                  .items()
                  .size()));
    }
  }

  private static void put(boolean isNew, Workbench bench, Specimen specimen, long version) {
    if (isNew) {
      bench.records().insert(specimen).orThrow();
    } else {
      bench.records().update(specimen, version).orThrow();
    }
  }

  /** The reader may see the committed state or wait for the end of the unit; both are right. */
  private static void seeNothingElse(Workbench bench) {
    bench.insert(Specimen.of("a"));
    CrmStorage other = bench.elsewhere();
    List<Future<List<Object>>> readers = new ArrayList<>();
    Expect.thrown(
        "the unit",
        ArithmeticException.class,
        () -> bench.inUnit(() -> {
          bench.records().update(Specimen.of("a").withName("uncommitted"), 1).orThrow();
          bench.records().insert(Specimen.of("b")).orThrow();
          bench.facts().append(List.of(Happening.of("f", NOON)));
          Future<List<Object>> reader = start(
              bench,
              () -> List.of(
                  other.store(Specimen.TYPE).list(Query.all(), Page.first(9)).items(),
                  other.log(Happening.TYPE).list(LogQuery.all(), Page.first(9)).items()));
          readers.add(reader);
          linger(reader);
          throw new ArithmeticException("takes all back");
        }));
    Expect.equal(
        "what the other thread saw of a unit that was taken back",
        List.of(List.of(new Versioned<>(Specimen.of("a"), 1)), List.of()),
        result(readers.get(0)));
  }

  private static void ownUnits(Workbench bench) {
    bench.inUnit(() -> Expect.equal(
        "active on another thread",
        false,
        elsewhere(bench, () -> bench.storage.unitOfWork().active())));
  }

  private static void oneUpdate(Workbench bench) {
    for (int round = 1; round <= ROUNDS; round++) {
      String id = "record " + round;
      bench.insert(Specimen.of(id));
      List<WriteOutcome<Specimen>> outcomes = race(
          bench,
          name ->
              storage -> storage.store(Specimen.TYPE).update(Specimen.of(id).withName(name), 1));
      Expect.equal("the winners in " + outcomes, 1L, winners(outcomes));
      expectVersion(bench, id, 2);
    }
  }

  private static void oneInsert(Workbench bench) {
    for (int round = 1; round <= ROUNDS; round++) {
      String id = "record " + round;
      List<WriteOutcome<Specimen>> outcomes = race(
          bench,
          name -> storage -> storage.store(Specimen.TYPE).insert(Specimen.of(id).withName(name)));
      Expect.equal("the winners in " + outcomes, 1L, winners(outcomes));
      expectVersion(bench, id, 1);
    }
  }

  private static void oneAppend(Workbench bench) {
    for (int round = 1; round <= ROUNDS; round++) {
      String id = "fact " + round;
      List<List<AppendOutcome>> outcomes = race(
          bench,
          name -> storage ->
              storage.log(Happening.TYPE).append(List.of(Happening.of(id, NOON).withKind(name))));
      List<AppendOutcome> sorted =
          outcomes.stream().flatMap(List::stream).sorted().toList();
      Expect.equal(
          "the outcomes of two threads that append different facts with one id",
          List.of(AppendOutcome.APPENDED, AppendOutcome.CONFLICT),
          sorted);
      Expect.equal("the facts", round, bench.contentOfFacts().size());
    }
  }

  private static long winners(List<WriteOutcome<Specimen>> outcomes) {
    return outcomes.stream().filter(WriteOutcome::isDone).count();
  }

  private static void expectVersion(Workbench bench, String id, long version) {
    Expect.equal(
        "the stored version",
        Optional.of(version),
        bench.records().find(id).map(Versioned::version));
  }

  /** Two units at a time, each lingering before it ends, so that they overlap where the storage lets them. */
  private static <T> List<T> race(Workbench bench, Function<String, Function<CrmStorage, T>> work) {
    CyclicBarrier begin = new CyclicBarrier(2);
    CyclicBarrier end = new CyclicBarrier(2);
    List<Future<T>> racers = List.of("left", "right").stream()
        .map(name -> start(bench, () -> {
          CrmStorage storage = bench.elsewhere();
          meet(begin, TimeUnit.SECONDS.toMillis(LONGEST_SECONDS), true);
          return bench.fixture.unit(storage, () -> {
            T outcome = work.apply(name).apply(storage);
            meet(end, LINGER_MILLIS, false);
            return outcome;
          });
        }))
        .toList();
    return racers.stream().map(ThreadChecks::result).toList();
  }

  private static <T> T elsewhere(Workbench bench, Supplier<T> work) {
    return result(start(bench, work));
  }

  private static <T> Future<T> start(Workbench bench, Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, bench.fixture.executor());
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Mismatch("expected the other thread to end, saw it still at work after "
          + LONGEST_SECONDS + " seconds. Maybe the executor runs one task at a time?");
    } catch (InterruptedException e) {
      throw new Mismatch("expected no interruption, saw one");
    } catch (ExecutionException e) {
      throw new Mismatch("expected no exception on the other thread, saw " + e.getCause());
    }
  }

  private static void linger(Future<?> other) {
    try {
      other.get(LINGER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // it waits for the unit, or failed and will be asked again
    } catch (InterruptedException e) {
      throw new Mismatch("expected no interruption, saw one");
    }
  }

  private static void meet(CyclicBarrier barrier, long millis, boolean required) {
    try {
      barrier.await(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | BrokenBarrierException e) {
      if (required) {
        throw new Mismatch(
            "expected two tasks at a time, saw one. Maybe the executor has one thread?");
      }
    } catch (InterruptedException e) {
      throw new Mismatch("expected no interruption, saw one");
    }
  }
}
