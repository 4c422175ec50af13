package io.headlesscrm.core.storage.tck;

import static io.headlesscrm.core.storage.AppendOutcome.APPENDED;
import static io.headlesscrm.core.storage.AppendOutcome.CONFLICT;
import static io.headlesscrm.core.storage.AppendOutcome.DUPLICATE;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.LogQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Facts are there once, in order, and only a rewrite changes them. */
final class FactChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final CustomerId LOSER = CustomerId.of("loser");
  private static final CustomerId WINNER = CustomerId.of("winner");

  private FactChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "fact-round-trip",
            "A fact comes back equal: every digit, character, nanosecond, and absent is not empty.",
            FactChecks::roundTrip),
        new Promise(
            "fact-idempotent",
            "The same fact again is a duplicate, another one with its id a conflict; the first stays.",
            FactChecks::idempotent),
        new Promise(
            "fact-twice-in-one-call",
            "A fact that occurs twice in one call is compared with its first occurrence.",
            FactChecks::twiceInOneCall),
        new Promise(
            "fact-outcome-for-each",
            "There is one outcome for each fact, in the order of the facts.",
            FactChecks::outcomeForEach),
        new Promise(
            "fact-order",
            "Facts are listed by time, then by id in code points; newest first is the reverse.",
            FactChecks::order),
        new Promise(
            "fact-window",
            "The time that is asked for is half-open: [start, end).",
            FactChecks::window),
        new Promise(
            "fact-for-each",
            "A bulk read gives each matching fact once, in order, however many there are.",
            FactChecks::forEach),
        new Promise(
            "fact-for-each-fails",
            "An exception of the consumer ends the bulk read and is thrown as it is.",
            FactChecks::forEachFails),
        new Promise(
            "fact-rewrite",
            "A rewrite changes, removes and keeps, and counts what it changed or removed.",
            FactChecks::rewrite),
        new Promise(
            "fact-rewrite-indexes",
            "A rewritten fact is found by its new keys and time, not by the old ones.",
            FactChecks::rewriteIndexes),
        new Promise(
            "fact-rewrite-id",
            "A rewrite that changes an id is refused and nothing of it is kept.",
            FactChecks::rewriteId),
        new Promise(
            "fact-removed-returns",
            "An id that was removed may be appended again.",
            FactChecks::removedReturns));
  }

  private static void roundTrip(Workbench bench) {
    List<Happening> happenings = Samples.happenings();
    bench.append(happenings);
    List<Happening> seen = bench.contentOfFacts();
    for (Happening happening : happenings) {
      Expect.equal(
          "the fact \"" + happening.id() + "\" through another handle",
          Optional.of(happening),
          seen.stream().filter(fact -> fact.id().equals(happening.id())).findFirst());
    }
  }

  private static void idempotent(Workbench bench) {
    Happening first = Happening.of("a", NOON).withAmount("1.50");
    bench.append(first);
    Expect.equal("the same fact again", List.of(DUPLICATE), bench.append(first));
    Expect.equal(
        "another amount under its id", List.of(CONFLICT), bench.append(first.withAmount("2.50")));
    Expect.equal(
        "another time under its id",
        List.of(CONFLICT),
        bench.append(first.withAt(NOON.plusSeconds(1))));
    Expect.equal("the content", List.of(first), bench.contentOfFacts());
  }

  private static void twiceInOneCall(Workbench bench) {
    Happening first = Happening.of("a", NOON);
    Expect.equal(
        "the outcomes of a fact, itself and another with its id in one call",
        List.of(APPENDED, DUPLICATE, CONFLICT),
        bench.append(first, first, first.withKind("other")));
    Expect.equal("the content", List.of(first), bench.contentOfFacts());
  }

  private static void outcomeForEach(Workbench bench) {
    Happening a = Happening.of("a", NOON);
    bench.append(a, Happening.of("d", NOON));
    Expect.equal(
        "the outcomes of a conflict, a new, a duplicate and a new fact",
        List.of(CONFLICT, APPENDED, DUPLICATE, APPENDED),
        bench.append(
            Happening.of("d", NOON).withSize(2),
            Happening.of("c", NOON),
            a,
            Happening.of("b", NOON)));
    Expect.equal("the outcomes of no facts", List.of(), bench.append(List.of()));
  }

  private static void order(Workbench bench) {
    List<Happening> ordered = new ArrayList<>();
    Samples.INSTANTS_IN_ORDER.forEach(at -> Samples.TEXTS_IN_ORDER.forEach(
        text -> ordered.add(Happening.of(Samples.INSTANTS_IN_ORDER.indexOf(at) + text, at))));
    List<Happening> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, bench.random());
    bench.append(shuffled);
    List<String> ids = ordered.stream().map(Happening::id).toList();
    Expect.equal("the ids, oldest first", ids, bench.ids(LogQuery.all()));
    List<String> backwards = new ArrayList<>(ids);
    Collections.reverse(backwards);
    Expect.equal(
        "the ids, newest first", backwards, bench.ids(LogQuery.<Happening>all().reversed()));
  }

  private static void window(Workbench bench) {
    bench.append(
        Happening.of("before", NOON.minusNanos(1)),
        Happening.of("start", NOON),
        Happening.of("last", NOON.plusSeconds(1).minusNanos(1)),
        Happening.of("end", NOON.plusSeconds(1)));
    LogQuery<Happening> window = LogQuery.<Happening>all().since(NOON).before(NOON.plusSeconds(1));
    Expect.equal("the ids in the window", List.of("start", "last"), bench.ids(window));
    Expect.equal(
        "the ids in the window, newest first",
        List.of("last", "start"),
        bench.ids(window.reversed()));
  }

  private static void forEach(Workbench bench) {
    List<Happening> many = IntStream.range(0, 3_000)
        .mapToObj(i -> Happening.of("fact " + i, NOON.plusNanos(i)).withSize(i % 3))
        .toList();
    bench.append(many);
    List<Happening> expected =
        new ArrayList<>(many.stream().filter(happening -> happening.size() == 1).toList());
    LogQuery<Happening> query = LogQuery.where(Happening.SIZE.is(1L));
    Expect.equal("the facts, oldest first", expected, read(bench, query));
    Collections.reverse(expected);
    Expect.equal("the facts, newest first", expected, read(bench, query.reversed()));
    Expect.equal("all facts", many, read(bench, LogQuery.all()));
  }

  private static void forEachFails(Workbench bench) {
    bench.append(Happening.of("a", NOON), Happening.of("b", NOON));
    IllegalStateException failure = new IllegalStateException("of the consumer");
    List<String> seen = new ArrayList<>();
    IllegalStateException thrown = Expect.thrown(
        "a consumer that throws",
        IllegalStateException.class,
        () -> bench.facts().forEach(LogQuery.all(), happening -> {
          seen.add(happening.id());
          throw failure;
        }));
    Expect.that("the very exception of the consumer", thrown.equals(failure));
    Expect.equal("the facts that the consumer was given", List.of("a"), seen);
    Expect.equal(
        "the outcome of a later append", List.of(APPENDED), bench.append(Happening.of("c", NOON)));
  }

  private static void rewrite(Workbench bench) {
    bench.append(
        Happening.of("a", NOON),
        Happening.of("b", NOON),
        Happening.of("c", NOON).withSize(7));
    long changed = rewrite(bench, LogQuery.all(), happening -> switch (happening.id()) {
      case "a" -> Optional.of(happening.withNote("changed"));
      case "b" -> Optional.empty();
      default -> Optional.of(happening.withSize(7));
    });
    Expect.equal("the number of changed and removed facts", 2L, changed);
    Expect.equal(
        "the content",
        List.of(
            Happening.of("a", NOON).withNote("changed"), Happening.of("c", NOON).withSize(7)),
        bench.contentOfFacts());
  }

  private static void rewriteIndexes(Workbench bench) {
    bench.append(
        Happening.of("a", NOON).withCustomer(LOSER),
        Happening.of("b", NOON).withCustomer(LOSER),
        Happening.of("c", NOON).withCustomer(WINNER));
    LogQuery<Happening> ofLoser = LogQuery.where(Happening.TYPE.of(LOSER));
    rewrite(
        bench,
        ofLoser,
        happening -> Optional.of(happening.withCustomer(WINNER).withAt(NOON.plusSeconds(1))));
    Expect.equal("the facts of the loser", List.of(), bench.ids(ofLoser));
    Expect.equal(
        "the facts of the winner",
        List.of("c", "a", "b"),
        bench.ids(LogQuery.where(Happening.TYPE.of(WINNER))));
  }

  private static void rewriteId(Workbench bench) {
    List<Happening> before = List.of(Happening.of("a", NOON), Happening.of("b", NOON));
    bench.append(before);
    Expect.thrown(
        "a rewrite that changes an id",
        IllegalArgumentException.class,
        () -> rewrite(
            bench,
            LogQuery.all(),
            happening -> Optional.of(
                happening.id().equals("a")
                    ? happening.withNote("changed")
                    : Happening.of("z", NOON))));
    Expect.equal("the content", before, bench.contentOfFacts());
  }

  private static void removedReturns(Workbench bench) {
    bench.append(Happening.of("a", NOON));
    rewrite(bench, LogQuery.all(), happening -> Optional.empty());
    Happening again = Happening.of("a", NOON.plusSeconds(1));
    Expect.equal("the outcome", List.of(APPENDED), bench.append(again));
    Expect.equal("the content", List.of(again), bench.contentOfFacts());
  }

  private static long rewrite(
      Workbench bench, LogQuery<Happening> query, Function<Happening, Optional<Happening>> change) {
    return bench.unit(() -> bench.facts().rewrite(query, change));
  }

  private static List<Happening> read(Workbench bench, LogQuery<Happening> query) {
    List<Happening> seen = new ArrayList<>();
    bench.facts().forEach(query, seen::add);
    return seen;
  }
}
