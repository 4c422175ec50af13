package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All of a unit is kept or nothing of it. */
final class UnitChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private UnitChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "unit-rollback",
            "An exception that leaves the unit takes back every write and is thrown as it is.",
            UnitChecks::rollback),
        new Promise(
            "unit-result",
            "A unit gives what its work gave, and its writes are kept.",
            UnitChecks::result),
        new Promise(
            "unit-joins",
            "A unit within a unit is a part of it and goes when the outer one goes.",
            UnitChecks::joins),
        new Promise("unit-own-writes", "A unit reads what it has written.", UnitChecks::ownWrites),
        new Promise(
            "unit-doomed-by-inner",
            "An exception that left an inner unit dooms the whole, even if it was caught.",
            UnitChecks::doomedByInner),
        new Promise(
            "unit-doomed-by-call",
            "An exception that left a call of a store or log dooms the unit, even if it was caught.",
            UnitChecks::doomedByCall),
        new Promise(
            "unit-doomed-refuses",
            "A doomed unit refuses every further call.",
            UnitChecks::doomedRefuses),
        new Promise(
            "unit-after-failure",
            "The unit after a failed one begins afresh.",
            UnitChecks::afterFailure),
        new Promise(
            "unit-refusal-is-a-value",
            "A refused write changes nothing and dooms nothing; the rest of the unit is kept.",
            UnitChecks::refusalIsAValue),
        new Promise("unit-active", "A unit is active inside and not outside.", UnitChecks::active),
        new Promise(
            "unit-wanted",
            "A write outside a unit is refused and writes nothing.",
            UnitChecks::wanted));
  }

  private static void rollback(Workbench bench) {
    bench.insert(Specimen.of("changed"), Specimen.of("deleted"));
    bench.append(Happening.of("rewritten", NOON), Happening.of("removed", NOON));
    List<Object> before = content(bench);
    Failure failure = new Failure();
    Failure thrown = Expect.thrown(
        "the unit",
        Failure.class,
        () -> bench.inUnit(() -> {
          writeEverything(bench);
          throw failure;
        }));
    Expect.that("the very exception of the work", thrown.equals(failure));
    Expect.equal("the content", before, content(bench));
    Expect.equal(
        "the records found by a key that was taken back",
        List.of(),
        bench.ids(Query.where(Specimen.NAME.is("later"))));
  }

  private static void writeEverything(Workbench bench) {
    bench.records().insert(Specimen.of("new").withName("later")).orThrow();
    bench.records().update(Specimen.of("changed").withName("later"), 1).orThrow();
    bench.records().update(Specimen.of("changed").withName("later still"), 2).orThrow();
    bench.records().delete("deleted", 1).orThrow();
    bench.records().insert(Specimen.of("deleted").withName("later")).orThrow();
    bench.facts().append(List.of(Happening.of("new", NOON)));
    bench
        .facts()
        .rewrite(
            LogQuery.all(),
            fact -> fact.id().equals("removed")
                ? Optional.empty()
                : Optional.of(fact.withNote("later").withAt(NOON.plusSeconds(1))));
  }

  private static void result(Workbench bench) {
    String given = bench.unit(() -> {
      bench.records().insert(Specimen.of("a")).orThrow();
      return "result";
    });
    Expect.equal("the result", "result", given);
    Expect.equal("the ids", List.of("a"), bench.ids(Query.all()));
  }

  private static void joins(Workbench bench) {
    Expect.thrown(
        "the outer unit",
        Failure.class,
        () -> bench.inUnit(() -> {
          bench.records().insert(Specimen.of("outer")).orThrow();
          nested(bench, () -> bench.records().insert(Specimen.of("inner")).orThrow());
          throw new Failure();
        }));
    Expect.equal("the content after the outer unit failed", List.of(), bench.contentOfRecords());
    bench.inUnit(() -> {
      bench.records().insert(Specimen.of("outer")).orThrow();
      nested(bench, () -> bench.records().insert(Specimen.of("inner")).orThrow());
    });
    Expect.equal("the ids after it was kept", List.of("inner", "outer"), bench.ids(Query.all()));
  }

  private static void ownWrites(Workbench bench) {
    bench.insert(Specimen.of("a"), Specimen.of("b"));
    bench.inUnit(() -> {
      bench.records().update(Specimen.of("a").withName("changed"), 1).orThrow();
      bench.records().delete("b", 1).orThrow();
      bench.facts().append(List.of(Happening.of("f", NOON)));
      Expect.equal(
          "the name found inside",
          Optional.of("changed"),
          bench.records().find("a").map(record -> record.value().name()));
      Expect.equal(
          "the deleted record inside", Optional.empty(), bench.records().find("b"));
      Expect.equal(
          "the records listed by the new name inside",
          1,
          bench
              .records()
              .list(Query.where(Specimen.NAME.is("changed")), Page.first(9))
              .items()
              .size());
      List<Happening> read = new ArrayList<>();
      bench.facts().forEach(LogQuery.all(), read::add);
      Expect.equal("the facts read inside", List.of(Happening.of("f", NOON)), read);
    });
  }

  private static void doomedByInner(Workbench bench) {
    Failure failure = new Failure();
    DoomedUnitException doomed = Expect.thrown(
        "the outer unit",
        DoomedUnitException.class,
        () -> bench.inUnit(() -> {
          bench.records().insert(Specimen.of("outer")).orThrow();
          caught(() -> nested(bench, () -> {
            bench.records().insert(Specimen.of("inner")).orThrow();
            throw failure;
          }));
        }));
    Expect.that("the caught exception as the cause", failure.equals(doomed.getCause()));
    Expect.equal("the content", List.of(), bench.contentOfRecords());
  }

  private static void doomedByCall(Workbench bench) {
    bench.append(Happening.of("a", NOON));
    Expect.thrown(
        "the unit",
        DoomedUnitException.class,
        () -> bench.inUnit(() -> {
          bench.records().insert(Specimen.of("a")).orThrow();
          caught(() -> bench.facts().rewrite(LogQuery.all(), fact -> {
            throw new Failure();
          }));
        }));
    Expect.equal("the content", List.of(), bench.contentOfRecords());
  }

  private static void doomedRefuses(Workbench bench) {
    bench.insert(Specimen.of("a"));
    Expect.thrown(
        "the outer unit",
        DoomedUnitException.class,
        () -> bench.inUnit(() -> {
          caught(() -> nested(bench, () -> {
            throw new Failure();
          }));
          expectDoomed("a read", () -> bench.records().find("a"));
          expectDoomed("an insert", () -> bench.records().insert(Specimen.of("b")));
          expectDoomed("an append", () -> bench.facts().append(List.of()));
          expectDoomed("an inner unit", () -> bench.storage.unitOfWork().required(() -> true));
        }));
    Expect.equal("the ids", List.of("a"), bench.ids(Query.all()));
  }

  private static void afterFailure(Workbench bench) {
    Expect.thrown(
        "the failing unit",
        Failure.class,
        () -> bench.inUnit(() -> {
          bench.records().insert(Specimen.of("lost")).orThrow();
          throw new Failure();
        }));
    Expect.thrown(
        "the doomed unit",
        DoomedUnitException.class,
        () -> bench.inUnit(() -> caught(() -> nested(bench, () -> {
          throw new Failure();
        }))));
    bench.insert(Specimen.of("kept"));
    Expect.equal("the ids", List.of("kept"), bench.ids(Query.all()));
  }

  private static void refusalIsAValue(Workbench bench) {
    bench.insert(Specimen.of("a"));
    bench.append(Happening.of("f", NOON));
    bench.inUnit(() -> {
      bench.records().insert(Specimen.of("b")).orThrow();
      Expect.equal(
          "a second insert",
          new WriteOutcome.Refused<>(Refusal.EXISTS),
          bench.records().insert(Specimen.of("a").withName("second")));
      Expect.equal(
          "a stale update",
          new WriteOutcome.Refused<>(Refusal.STALE),
          bench.records().update(Specimen.of("a").withName("stale"), 9));
      Expect.equal(
          "an update of nothing",
          new WriteOutcome.Refused<>(Refusal.ABSENT),
          bench.records().update(Specimen.of("z"), 1));
      bench.facts().append(List.of(Happening.of("f", NOON).withKind("conflict")));
      bench.records().insert(Specimen.of("c")).orThrow();
    });
    Expect.equal(
        "the content",
        List.of(Specimen.of("a"), Specimen.of("b"), Specimen.of("c")),
        bench.contentOfRecords());
  }

  private static void active(Workbench bench) {
    Supplier<Boolean> active = () -> bench.storage.unitOfWork().active();
    Expect.equal("active before", false, active.get());
    bench.inUnit(() -> {
      Expect.equal("active inside", true, active.get());
      nested(bench, () -> Expect.equal("active in an inner unit", true, active.get()));
      Expect.equal("active after an inner unit", true, active.get());
      Expect.equal(
          "active through another handle", true, bench.elsewhere().unitOfWork().active());
    });
    Expect.equal("active after", false, active.get());
    caught(() -> bench.inUnit(() -> {
      throw new Failure();
    }));
    Expect.equal("active after a failure", false, active.get());
  }

  private static void wanted(Workbench bench) {
    bench.insert(Specimen.of("a"));
    bench.append(Happening.of("f", NOON));
    List<Object> before = content(bench);
    expectUnwanted("an insert", () -> bench.records().insert(Specimen.of("b")));
    expectUnwanted("an update", () -> bench.records().update(Specimen.of("a").withName("b"), 1));
    expectUnwanted("a delete", () -> bench.records().delete("a", 1));
    expectUnwanted("an append", () -> bench.facts().append(List.of(Happening.of("g", NOON))));
    expectUnwanted(
        "a rewrite", () -> bench.facts().rewrite(LogQuery.all(), fact -> Optional.empty()));
    Expect.equal("the content", before, content(bench));
  }

  private static void expectUnwanted(String what, Runnable write) {
    Expect.thrown(what + " outside a unit", IllegalStateException.class, write);
  }

  private static void expectDoomed(String what, Runnable call) {
    Expect.thrown(what + " in a doomed unit", DoomedUnitException.class, call);
  }

  private static void nested(Workbench bench, Runnable work) {
    bench.storage.unitOfWork().required(() -> {
      work.run();
      return true;
    });
  }

  private static void caught(Runnable work) {
    try {
      work.run();
    } catch (Failure e) {
      // what a careless caller does
    }
  }

  private static List<Object> content(Workbench bench) {
    return List.of(
        bench.elsewhere().store(Specimen.TYPE).list(Query.all(), Page.first(99)).items(),
        bench.contentOfFacts());
  }

  /** Told apart from everything that a storage may throw. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
