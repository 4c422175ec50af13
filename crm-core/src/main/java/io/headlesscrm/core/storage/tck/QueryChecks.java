package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.TextIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Every criterion finds what it says and nothing else. */
final class QueryChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private QueryChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "query-equal",
            "Equal means equal to the bit; the empty text is no key and equals nothing.",
            QueryChecks::equal),
        new Promise(
            "query-range",
            "A range is half-open and goes by the order of the keys.",
            QueryChecks::range),
        new Promise("query-prefix", "A prefix is taken literally.", QueryChecks::prefix),
        new Promise(
            "query-free-text",
            "Words are found anywhere in a text, whatever their capitals and width, and literally;"
                + " without the capability the query is refused.",
            QueryChecks::freeText),
        new Promise(
            "query-and-or",
            "And, or and their nesting; none of nothing is everything.",
            QueryChecks::andOr),
        new Promise(
            "query-many-keys",
            "A record with several keys that match is listed once.",
            QueryChecks::manyKeys),
        new Promise(
            "query-after-write",
            "A record is found by its present keys only, after updates and deletes.",
            QueryChecks::afterWrite),
        new Promise(
            "query-filtered-order",
            "A criterion and an order by another index hold together, over all pages.",
            QueryChecks::filteredOrder),
        new Promise(
            "query-of-customer",
            "Records and facts are found by their customer, an index that every type has.",
            QueryChecks::ofCustomer),
        new Promise(
            "query-facts",
            "Criteria on facts hold together with the time window.",
            QueryChecks::facts),
        new Promise(
            "query-undeclared-index",
            "A query or an order by an index that the type does not declare is refused.",
            QueryChecks::undeclaredIndex));
  }

  private static void equal(Workbench bench) {
    insertNamed(bench, "Shun", "shun", "shun ", "sh\u00fcn", "shu\u0308n", "", "ｓｈｕｎ");
    for (String name : List.of("Shun", "shun", "shun ", "sh\u00fcn", "shu\u0308n", "ｓｈｕｎ")) {
      expectIds(bench, Specimen.NAME.is(name), name);
    }
    expectIds(bench, Specimen.NAME.is(""));
    expectIds(bench, Specimen.NAME.is("nobody"));
    bench.insert(Specimen.of("ranked").withRank(0L));
    expectIds(bench, Specimen.RANK.is(0L), "ranked");
    expectIds(bench, Specimen.NAME.isAnyOf(List.of("Shun", "shun", "nobody")), "Shun", "shun");
    expectIds(bench, Specimen.NAME.isAnyOf(List.of()));
  }

  private static void range(Workbench bench) {
    for (long rank : new long[] {-10, -9, 0, 9, 10}) {
      bench.insert(Specimen.of("rank " + rank).withRank(rank));
    }
    bench.insert(Specimen.of("day").withDay(LocalDate.of(2026, 3, 1)));
    expectIds(bench, Specimen.RANK.between(-9L, 9L), "rank -9", "rank 0");
    expectIds(bench, Specimen.RANK.atLeast(9L), "rank 10", "rank 9");
    expectIds(bench, Specimen.RANK.below(-9L), "rank -10");
    expectIds(bench, Specimen.RANK.between(1L, 1L));
    expectIds(bench, Specimen.RANK.between(9L, -9L));
    expectIds(bench, Specimen.DAY.atLeast(LocalDate.of(2026, 3, 1)), "day");
    expectIds(bench, Specimen.DAY.below(LocalDate.of(2026, 3, 1)));
  }

  private static void prefix(Workbench bench) {
    insertNamed(bench, "100%", "100% wool", "1000", "1_0", "1x0", "a\\b", "顺丰速运", "顺丰", "Shun");
    expectIds(bench, Criterion.startsWith(Specimen.NAME, "100%"), "100%", "100% wool");
    expectIds(bench, Criterion.startsWith(Specimen.NAME, "1_"), "1_0");
    expectIds(bench, Criterion.startsWith(Specimen.NAME, "a\\"), "a\\b");
    expectIds(bench, Criterion.startsWith(Specimen.NAME, "顺丰"), "顺丰", "顺丰速运");
    expectIds(bench, Criterion.startsWith(Specimen.NAME, "shun"));
    insertNamed(bench, "");
    Expect.equal(
        "every record with a key",
        9,
        bench.ids(Query.where(Criterion.startsWith(Specimen.NAME, ""))).size());
  }

  private static void freeText(Workbench bench) {
    if (!bench.can(Capability.FREE_TEXT)) {
      Expect.thrown(
          "words without " + Capability.FREE_TEXT,
          AbsentCapabilityException.class,
          () -> bench.ids(Query.where(Specimen.WORDS.contains("word"))));
      return;
    }
    insertNamed(bench, "Shun Feng Express", "上海順豐速運", "ＳＨＵＮ 100%", "ÉCLAIR", "a_c", "abc");
    bench.insert(Specimen.of("alias").withName("other").withAliases("Express", "Shun Da"));
    expectIds(bench, Specimen.WORDS.contains("shun"), "Shun Feng Express", "alias", "ＳＨＵＮ 100%");
    expectIds(bench, Specimen.WORDS.contains("SHUN express"), "Shun Feng Express", "alias");
    expectIds(bench, Specimen.WORDS.contains("xpres"), "Shun Feng Express", "alias");
    expectIds(bench, Specimen.WORDS.contains("順豐"), "上海順豐速運");
    expectIds(bench, Specimen.WORDS.contains("運"), "上海順豐速運");
    expectIds(bench, Specimen.WORDS.contains("0%"), "ＳＨＵＮ 100%");
    expectIds(bench, Specimen.WORDS.contains("a_c"), "a_c");
    expectIds(bench, Specimen.WORDS.contains("éclair"), "ÉCLAIR");
    expectIds(bench, Specimen.WORDS.contains("shunfeng"));
    Expect.equal(
        "every record", 7, bench.ids(Query.where(Specimen.WORDS.contains("  "))).size());
  }

  private static void andOr(Workbench bench) {
    bench.insert(
        Specimen.of("a").withName("x").withRank(1L),
        Specimen.of("b").withName("x").withRank(2L),
        Specimen.of("c").withName("y").withRank(1L),
        Specimen.of("d").withName("y").withRank(3L));
    Criterion<Specimen> x = Specimen.NAME.is("x");
    Criterion<Specimen> one = Specimen.RANK.is(1L);
    Criterion<Specimen> three = Specimen.RANK.is(3L);
    expectIds(bench, x.and(one), "a");
    expectIds(bench, x.or(one), "a", "b", "c");
    expectIds(bench, x.and(one.or(three)).or(three), "a", "d");
    expectIds(bench, x.or(three).and(one.or(three)), "a", "d");
    expectIds(bench, Criterion.all(), "a", "b", "c", "d");
    expectIds(bench, Criterion.none());
    expectIds(bench, x.and(Criterion.none()));
    expectIds(bench, x.or(Criterion.all()), "a", "b", "c", "d");
  }

  private static void manyKeys(Workbench bench) {
    bench.insert(
        Specimen.of("both").withAliases("0755-1", "0755-2", "0755-1"),
        Specimen.of("one").withAliases("0755-2", "021-3"));
    Criterion<Specimen> prefix = Criterion.startsWith(Specimen.ALIAS, "0755");
    expectIds(bench, prefix, "both", "one");
    expectIds(bench, Specimen.ALIAS.between("0755-1", "0755-3"), "both", "one");
    expectIds(bench, Specimen.ALIAS.isAnyOf(List.of("0755-1", "0755-2")), "both", "one");
    expectIds(bench, Specimen.ALIAS.is("0755-1").and(Specimen.ALIAS.is("0755-2")), "both");
    Expect.equal(
        "the ids, a page each", List.of("both", "one"), bench.idsByPages(Query.where(prefix), 1));
  }

  private static void afterWrite(Workbench bench) {
    bench.insert(
        Specimen.of("a").withName("old").withAliases("x", "y"), Specimen.of("b").withName("old"));
    bench.inUnit(() -> {
      bench
          .records()
          .update(Specimen.of("a").withName("new").withAliases("y", "z"), 1)
          .orThrow();
      bench.records().delete("b", 1).orThrow();
    });
    expectIds(bench, Specimen.NAME.is("old"));
    expectIds(bench, Specimen.NAME.is("new"), "a");
    expectIds(bench, Specimen.ALIAS.is("x"));
    expectIds(bench, Specimen.ALIAS.is("y"), "a");
    expectIds(bench, Specimen.ALIAS.is("z"), "a");
    bench.inUnit(
        () -> bench.records().update(Specimen.of("a").withName("old"), 2).orThrow());
    expectIds(bench, Specimen.NAME.is("old"), "a");
    expectIds(bench, Specimen.ALIAS.is("y"));
  }

  private static void filteredOrder(Workbench bench) {
    for (int i = 0; i < 30; i++) {
      bench.insert(Specimen.of("record " + (10 + i))
          .withName(i % 3 == 0 ? "third" : "other")
          .withRank((long) -i / 6));
    }
    Query<Specimen> query = Query.where(Specimen.NAME.is("third")).orderedBy(Specimen.RANK);
    List<String> expected = List.of(
        "record 34",
        "record 37",
        "record 28",
        "record 31",
        "record 22",
        "record 25",
        "record 16",
        "record 19",
        "record 10",
        "record 13");
    Expect.equal("every third by rank, then id", expected, bench.ids(query));
    Expect.equal("in pages of 2", expected, bench.idsByPages(query, 2));
  }

  private static void ofCustomer(Workbench bench) {
    CustomerId customer = CustomerId.of("顺丰 7");
    bench.insert(Specimen.of("a").withCustomer(customer), Specimen.of("b"));
    bench.append(Happening.of("f", NOON).withCustomer(customer), Happening.of("g", NOON));
    expectIds(bench, Specimen.TYPE.of(customer), "a");
    Expect.equal(
        "the facts of the customer",
        List.of("f"),
        bench.ids(LogQuery.where(Happening.TYPE.of(customer))));
  }

  private static void facts(Workbench bench) {
    for (int i = 0; i < 6; i++) {
      bench.append(Happening.of("fact " + i, NOON.plusSeconds(i))
          .withKind(i % 2 == 0 ? "call" : "visit")
          .withSize(i));
    }
    LogQuery<Happening> calls = LogQuery.where(Happening.KIND.is("call"));
    Expect.equal("calls", List.of("fact 0", "fact 2", "fact 4"), bench.ids(calls));
    Expect.equal(
        "calls after noon, newest first",
        List.of("fact 4", "fact 2"),
        bench.ids(calls.since(NOON.plusSeconds(1)).reversed()));
    Expect.equal(
        "visits or large, before the last",
        List.of("fact 1", "fact 3", "fact 4"),
        bench.ids(LogQuery.where(Happening.KIND.is("visit").or(Happening.SIZE.atLeast(4L)))
            .before(NOON.plusSeconds(5))));
    Expect.equal(
        "visits by prefix, a page each",
        List.of("fact 1", "fact 3", "fact 5"),
        bench.idsByPages(LogQuery.where(Criterion.startsWith(Happening.KIND, "vis")), 1));
  }

  private static void undeclaredIndex(Workbench bench) {
    bench.insert(Specimen.of("a"));
    Index<Specimen, String> foreign = Index.one("foreign", KeyType.TEXT, Specimen::name);
    Index<Specimen, String> namesake = Index.one("name", KeyType.TEXT, Specimen::note);
    TextIndex<Specimen> words = TextIndex.of("foreign", Specimen::aliases);
    expectRefused(bench, Query.where(foreign.is("name")));
    expectRefused(
        bench,
        Query.where(Criterion.<Specimen>all().and(foreign.is("name").or(foreign.below("z")))));
    expectRefused(bench, Query.where(Criterion.startsWith(namesake, "n")));
    expectRefused(bench, Query.<Specimen>all().orderedBy(foreign));
    if (bench.can(Capability.FREE_TEXT)) {
      expectRefused(bench, Query.where(words.contains("name")));
    }
    Index<Happening, Long> unknown = Index.one("unknown", KeyType.WHOLE, Happening::size);
    Expect.thrown(
        "facts by an undeclared index",
        IllegalArgumentException.class,
        () -> bench.facts().list(LogQuery.where(unknown.is(1L)), Page.first(1)));
  }

  private static void expectRefused(Workbench bench, Query<Specimen> query) {
    Expect.thrown(
        query.toString(),
        IllegalArgumentException.class,
        () -> bench.records().list(query, Page.first(1)));
  }

  private static void insertNamed(Workbench bench, String... names) {
    Arrays.stream(names)
        .forEach(
            name -> bench.insert(Specimen.of(name.isBlank() ? "blank" : name).withName(name)));
  }

  private static void expectIds(Workbench bench, Criterion<Specimen> criterion, String... ids) {
    Expect.equal("the ids for " + criterion, List.of(ids), bench.ids(Query.where(criterion)));
  }
}
