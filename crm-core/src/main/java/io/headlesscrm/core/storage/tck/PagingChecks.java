package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Lists have one total order, and pages of them miss and repeat nothing. */
final class PagingChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private PagingChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "page-equal-keys",
            "Pages of records with equal sort keys show each once, in both directions.",
            PagingChecks::equalKeys),
        new Promise(
            "page-while-writing",
            "A record that stays is seen once, whatever is inserted or deleted between two pages.",
            PagingChecks::whileWriting),
        new Promise(
            "page-of-facts",
            "Pages of facts at the same time show each once, in both directions.",
            PagingChecks::ofFacts),
        new Promise(
            "page-of-facts-while-writing",
            "A fact that stays is seen once, whatever is appended or removed between two pages.",
            PagingChecks::ofFactsWhileWriting),
        new Promise(
            "page-limits",
            "A page has at most its limit, and only a page with more after it names a next place.",
            PagingChecks::limits),
        new Promise(
            "order-of-ids", "Records are listed by id in code points.", PagingChecks::orderOfIds),
        new Promise(
            "order-of-keys",
            "A list ordered by an index goes by key, a record without key first, then by id.",
            PagingChecks::orderOfKeys));
  }

  private static void equalKeys(Workbench bench) {
    List<String> expected = new ArrayList<>();
    List<Specimen> specimens = new ArrayList<>();
    for (String rank : List.of("absent", "1", "2", "3")) {
      for (int i = 10; i < 22; i++) {
        expected.add(rank + " " + i);
        specimens.add(Specimen.of(rank + " " + i)
            .withRank(rank.equals("absent") ? null : Long.valueOf(rank)));
      }
    }
    Collections.shuffle(specimens, bench.random());
    specimens.forEach(bench::insert);
    Query<Specimen> query = Query.<Specimen>all().orderedBy(Specimen.RANK);
    List<String> backwards = new ArrayList<>(expected);
    Collections.reverse(backwards);
    for (int limit : new int[] {1, 5, 12, 100}) {
      Expect.equal("pages of " + limit, expected, bench.idsByPages(query, limit));
      Expect.equal(
          "pages of " + limit + " backwards", backwards, bench.idsByPages(query.reversed(), limit));
    }
  }

  private static void whileWriting(Workbench bench) {
    for (String id : List.of("b", "d", "f", "h", "j")) {
      bench.insert(Specimen.of(id).withRank(1L));
    }
    Query<Specimen> byRank = Query.<Specimen>all().orderedBy(Specimen.RANK);
    List<String> seen = new ArrayList<>();
    Slice<Versioned<Specimen>> first = bench.records().list(byRank, Page.first(2));
    addIds(seen, first);
    bench.inUnit(() -> bench.records().delete("d", 1).orThrow());
    bench.insert(Specimen.of("a").withRank(1L), Specimen.of("e").withRank(1L));
    Slice<Versioned<Specimen>> second =
        bench.records().list(byRank, Page.first(2).after(first.next()));
    addIds(seen, second);
    bench.inUnit(() -> bench.records().delete("b", 1).orThrow());
    bench.insert(Specimen.of("i").withRank(1L));
    addIds(seen, bench.records().list(byRank, Page.first(9).after(second.next())));
    Expect.equal(
        "b d, then e f after d went and a and e came, then the rest after b went and i came",
        List.of("b", "d", "e", "f", "h", "i", "j"),
        seen);
  }

  private static void ofFacts(Workbench bench) {
    List<Happening> ordered = new ArrayList<>();
    for (int second = 0; second < 3; second++) {
      for (int i = 10; i < 20; i++) {
        ordered.add(Happening.of(second + " " + i, NOON.plusSeconds(second)));
      }
    }
    List<Happening> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, bench.random());
    bench.append(shuffled);
    List<String> expected = ordered.stream().map(Happening::id).toList();
    List<String> backwards = new ArrayList<>(expected);
    Collections.reverse(backwards);
    for (int limit : new int[] {1, 7, 10, 100}) {
      Expect.equal(
          "pages of " + limit, expected, bench.idsByPages(LogQuery.<Happening>all(), limit));
      Expect.equal(
          "pages of " + limit + ", newest first",
          backwards,
          bench.idsByPages(LogQuery.<Happening>all().reversed(), limit));
    }
  }

  private static void ofFactsWhileWriting(Workbench bench) {
    Stream.of("b", "d", "f", "h").forEach(id -> bench.append(Happening.of(id, NOON)));
    LogQuery<Happening> newestFirst = LogQuery.<Happening>all().reversed();
    Slice<Happening> first = bench.facts().list(newestFirst, Page.first(2));
    bench.unit(() -> bench
        .facts()
        .rewrite(
            LogQuery.all(), fact -> fact.id().equals("f") ? Optional.empty() : Optional.of(fact)));
    bench.append(
        Happening.of("y", NOON.plusSeconds(1)),
        Happening.of("z", NOON.plusSeconds(1)),
        Happening.of("c", NOON));
    Slice<Happening> second = bench.facts().list(newestFirst, Page.first(9).after(first.next()));
    Expect.equal(
        "the second page after f, f removed, y, z and c appended",
        List.of("d", "c", "b"),
        second.items().stream().map(Happening::id).toList());
  }

  private static void limits(Workbench bench) {
    Expect.equal(
        "the page of nothing",
        true,
        bench.records().list(Query.all(), Page.first(1)).isLast());
    bench.insert(Specimen.of("a"), Specimen.of("b"));
    bench.append(Happening.of("a", NOON), Happening.of("b", NOON));
    for (int limit = 1; limit <= 3; limit++) {
      Slice<Versioned<Specimen>> records = bench.records().list(Query.all(), Page.first(limit));
      Slice<Happening> facts = bench.facts().list(LogQuery.all(), Page.first(limit));
      String what = "of 2 on a page of " + limit;
      Expect.equal("records " + what, Math.min(2, limit), records.items().size());
      Expect.equal("no more records " + what, limit > 1, records.isLast());
      Expect.equal("facts " + what, Math.min(2, limit), facts.items().size());
      Expect.equal("no more facts " + what, limit > 1, facts.isLast());
    }
  }

  private static void orderOfIds(Workbench bench) {
    List<String> shuffled = new ArrayList<>(Samples.TEXTS_IN_ORDER);
    Collections.shuffle(shuffled, bench.random());
    shuffled.forEach(id -> bench.insert(Specimen.of(id)));
    List<String> backwards = new ArrayList<>(Samples.TEXTS_IN_ORDER);
    Collections.reverse(backwards);
    Expect.equal("the ids", Samples.TEXTS_IN_ORDER, bench.ids(Query.all()));
    Expect.equal(
        "the ids, a page each", Samples.TEXTS_IN_ORDER, bench.idsByPages(Query.<Specimen>all(), 1));
    Expect.equal("the ids backwards", backwards, bench.ids(Query.<Specimen>all().reversed()));
  }

  private static void orderOfKeys(Workbench bench) {
    expectOrder(bench.emptied(), Specimen.NAME, Samples.TEXTS_IN_ORDER, Specimen::withName);
    expectOrder(bench.emptied(), Specimen.AT, Samples.INSTANTS_IN_ORDER, Specimen::withAt);
    expectOrder(bench.emptied(), Specimen.DAY, Samples.DATES_IN_ORDER, Specimen::withDay);
    expectOrder(bench.emptied(), Specimen.RANK, Samples.WHOLES_IN_ORDER, Specimen::withRank);
  }

  /** One record for each key with ids against the order of the keys, and one without key where there can be one. */
  private static <K> void expectOrder(
      Workbench bench,
      Index<Specimen, K> index,
      List<K> keys,
      BiFunction<Specimen, K, Specimen> with) {
    List<String> expected = new ArrayList<>();
    Specimen keyless = Specimen.of("keyless").withName("");
    if (index.keys(keyless).isEmpty()) {
      bench.insert(keyless);
      expected.add(keyless.id());
    }
    for (int i = 0; i < keys.size(); i++) {
      String id = "record " + (char) ('z' - i);
      expected.add(id);
      bench.insert(with.apply(Specimen.of(id), keys.get(i)));
    }
    Query<Specimen> query = Query.<Specimen>all().orderedBy(index);
    Expect.equal("the ids by " + index, expected, bench.ids(query));
    Expect.equal("the ids by " + index + ", a page each", expected, bench.idsByPages(query, 1));
    Collections.reverse(expected);
    Expect.equal("the ids by " + index + " backwards", expected, bench.ids(query.reversed()));
  }

  private static void addIds(List<String> ids, Slice<Versioned<Specimen>> slice) {
    slice.items().forEach(record -> ids.add(record.value().id()));
  }
}
