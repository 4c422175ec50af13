package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.List;
import java.util.Optional;

/** Records come back as they were, and a write that comes too late is refused. */
final class RecordChecks {

  private RecordChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "record-round-trip",
            "A record comes back equal: every digit, character, nanosecond, and absent is not empty.",
            RecordChecks::roundTrip),
        new Promise(
            "record-long-values",
            "Ids of 200, keys of 500 and documents of 100,000 characters are kept whole.",
            RecordChecks::longValues),
        new Promise(
            "record-exact-ids",
            "Ids differ by capitals, blanks, accents and Unicode form.",
            RecordChecks::exactIds),
        new Promise(
            "record-find-absent",
            "An id that was never stored or was deleted finds nothing.",
            RecordChecks::findAbsent),
        new Promise(
            "record-second-insert",
            "A second insert of an id is refused and the first record stays.",
            RecordChecks::secondInsert),
        new Promise(
            "record-version-counts",
            "The version is 1 after the insert and one more after each update.",
            RecordChecks::versionCounts),
        new Promise(
            "record-stale-update",
            "An update that expects another version is refused and changes nothing.",
            RecordChecks::staleUpdate),
        new Promise(
            "record-stale-delete",
            "A delete that expects another version is refused and removes nothing.",
            RecordChecks::staleDelete),
        new Promise(
            "record-no-resurrection",
            "An update or delete of a deleted record is refused as absent and brings nothing back.",
            RecordChecks::noResurrection),
        new Promise(
            "record-new-life",
            "A deleted id may be inserted again and begins at version 1.",
            RecordChecks::newLife),
        new Promise(
            "record-types-apart",
            "The same id in another type is another record.",
            RecordChecks::typesApart),
        new Promise(
            "record-refused-key",
            "An id or key with the character U+0000 is refused; the unit leaves nothing, not even in an index.",
            RecordChecks::refusedKey),
        new Promise(
            "record-outcome",
            "A write that is done tells the record as it is stored, a delete as it was.",
            RecordChecks::outcome));
  }

  private static void roundTrip(Workbench bench) {
    for (Specimen specimen : Samples.specimens()) {
      bench.insert(specimen);
      Expect.equal(
          "the record \"" + specimen.id() + "\" through another handle",
          Optional.of(new Versioned<>(specimen, 1)),
          bench.elsewhere().store(Specimen.TYPE).find(specimen.id()));
    }
  }

  private static void longValues(Workbench bench) {
    Specimen longest =
        Specimen.of("i".repeat(200)).withName("順".repeat(500)).withNote("速🚚".repeat(33_333) + "!");
    bench.insert(longest);
    Expect.equal("the content", List.of(longest), bench.contentOfRecords());
    Expect.equal(
        "the ids found by the whole key",
        List.of(longest.id()),
        bench.ids(Query.where(Specimen.NAME.is(longest.name()))));
  }

  private static void exactIds(Workbench bench) {
    List<String> ids =
        List.of("a", "A", "a ", " a", "ä", "a\u0308", "ı", "i", "İ", "ß", "ss", "７", "7", "07");
    ids.forEach(id -> bench.insert(Specimen.of(id).withName("name of " + id)));
    for (String id : ids) {
      Expect.equal(
          "the name under the id \"" + id + "\"",
          Optional.of("name of " + id),
          bench.records().find(id).map(record -> record.value().name()));
    }
  }

  private static void findAbsent(Workbench bench) {
    Store<String, Specimen> records = bench.records();
    Expect.equal("an id that was never stored", Optional.empty(), records.find("a"));
    bench.insert(Specimen.of("a"));
    bench.unit(() -> records.delete("a", 1));
    Expect.equal("an id that was deleted", Optional.empty(), records.find("a"));
    Expect.equal("the list after the delete", List.of(), bench.ids(Query.all()));
  }

  private static void secondInsert(Workbench bench) {
    bench.insert(Specimen.of("a").withName("first"));
    WriteOutcome<Specimen> second =
        bench.unit(() -> bench.records().insert(Specimen.of("a").withName("second")));
    Expect.equal("the second insert", new WriteOutcome.Refused<>(Refusal.EXISTS), second);
    expectStored(bench, Specimen.of("a").withName("first"), 1);
  }

  private static void versionCounts(Workbench bench) {
    bench.insert(Specimen.of("a"));
    for (long version = 1; version < 5; version++) {
      Specimen next = Specimen.of("a").withRank(version);
      long expected = version;
      bench.inUnit(() -> bench.records().update(next, expected).orThrow());
      expectStored(bench, next, version + 1);
    }
  }

  private static void staleUpdate(Workbench bench) {
    bench.insert(Specimen.of("a"));
    Specimen second = Specimen.of("a").withName("second");
    bench.inUnit(() -> bench.records().update(second, 1).orThrow());
    for (long stale : new long[] {0, 1, 3}) {
      Expect.equal(
          "an update of version 2 that expects " + stale,
          new WriteOutcome.Refused<>(Refusal.STALE),
          bench.unit(() -> bench.records().update(Specimen.of("a").withName("late"), stale)));
      expectStored(bench, second, 2);
    }
  }

  private static void staleDelete(Workbench bench) {
    bench.insert(Specimen.of("a"));
    Specimen second = Specimen.of("a").withName("second");
    bench.inUnit(() -> bench.records().update(second, 1).orThrow());
    Expect.equal(
        "a delete of version 2 that expects 1",
        new WriteOutcome.Refused<>(Refusal.STALE),
        bench.unit(() -> bench.records().delete("a", 1)));
    expectStored(bench, second, 2);
  }

  private static void noResurrection(Workbench bench) {
    bench.insert(Specimen.of("a"));
    bench.unit(() -> bench.records().delete("a", 1));
    WriteOutcome<Specimen> absent = new WriteOutcome.Refused<>(Refusal.ABSENT);
    Expect.equal(
        "an update after the delete",
        absent,
        bench.unit(() -> bench.records().update(Specimen.of("a"), 1)));
    Expect.equal("a second delete", absent, bench.unit(() -> bench.records().delete("a", 1)));
    Expect.equal("the content", List.of(), bench.contentOfRecords());
  }

  private static void newLife(Workbench bench) {
    bench.insert(Specimen.of("a").withName("first life"));
    bench.inUnit(() -> {
      bench.records().update(Specimen.of("a").withName("later"), 1).orThrow();
      bench.records().delete("a", 2).orThrow();
    });
    Specimen again = Specimen.of("a").withName("second life");
    bench.insert(again);
    expectStored(bench, again, 1);
    Expect.equal(
        "the ids found by a name of the first life",
        List.of(),
        bench.ids(Query.where(Specimen.NAME.is("first life"))));
  }

  private static void typesApart(Workbench bench) {
    Specimen here = Specimen.of("a").withName("here");
    Specimen there = Specimen.of("a").withName("there");
    bench.insert(here);
    bench.inUnit(() -> bench.storage.store(Specimen.NEIGHBOUR).insert(there).orThrow());
    expectStored(bench, here, 1);
    Expect.equal(
        "the record of the other type",
        Optional.of(new Versioned<>(there, 1)),
        bench.elsewhere().store(Specimen.NEIGHBOUR).find("a"));
    Expect.equal("the ids of this type", List.of("a"), bench.ids(Query.all()));
  }

  private static void refusedKey(Workbench bench) {
    Specimen before = Specimen.of("a").withName("before").withAliases("before");
    bench.insert(before);
    expectRefused(bench, () -> bench.records().insert(Specimen.of("b\0")));
    expectRefused(
        bench, () -> bench.records().insert(Specimen.of("b").withName("new").withAliases("\0")));
    expectRefused(
        bench, () -> bench.records().update(before.withName("new").withAliases("x", "y\0"), 1));
    Expect.equal("the content", List.of(before), bench.contentOfRecords());
    Expect.equal(
        "the ids found by the new name",
        List.of(),
        bench.ids(Query.where(Specimen.NAME.is("new"))));
    Expect.equal(
        "the ids found by the name before",
        List.of("a"),
        bench.ids(Query.where(Specimen.NAME.is("before"))));
    bench.insert(Specimen.of("b").withName("new"));
  }

  private static void expectRefused(Workbench bench, Runnable write) {
    Expect.thrown("U+0000", IllegalArgumentException.class, () -> bench.inUnit(write));
  }

  private static void outcome(Workbench bench) {
    Specimen first = Specimen.of("a").withName("first");
    Specimen second = Specimen.of("a").withName("second");
    Expect.equal("the insert", done(first, 1), bench.unit(() -> bench.records().insert(first)));
    Expect.equal(
        "the update", done(second, 2), bench.unit(() -> bench.records().update(second, 1)));
    Expect.equal("the delete", done(second, 2), bench.unit(() -> bench.records().delete("a", 2)));
  }

  private static WriteOutcome<Specimen> done(Specimen value, long version) {
    return new WriteOutcome.Done<>(new Versioned<>(value, version));
  }

  private static void expectStored(Workbench bench, Specimen value, long version) {
    Expect.equal(
        "the record \"" + value.id() + "\" through another handle",
        Optional.of(new Versioned<>(value, version)),
        bench.elsewhere().store(Specimen.TYPE).find(value.id()));
  }
}
