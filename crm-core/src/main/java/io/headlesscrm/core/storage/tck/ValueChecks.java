package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stored values share nothing with the caller's lists and know nothing of the machine's defaults. */
final class ValueChecks {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private ValueChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "aliasing-appended",
            "The list that was appended is not kept: what the caller does with it changes nothing.",
            ValueChecks::appended),
        new Promise(
            "defaults",
            "A Turkish default locale and the default zone of Kathmandu make no difference.",
            ValueChecks::defaults));
  }

  private static void appended(Workbench bench) {
    List<Happening> facts =
        new ArrayList<>(List.of(Happening.of("a", NOON), Happening.of("b", NOON)));
    List<AppendOutcome> outcomes = bench.unit(() -> {
      List<AppendOutcome> given = bench.facts().append(facts);
      facts.set(0, Happening.of("z", NOON));
      facts.remove(1);
      return given;
    });
    Expect.equal("the outcomes", List.of(AppendOutcome.APPENDED, AppendOutcome.APPENDED), outcomes);
    Expect.equal("the ids", List.of("a", "b"), bench.ids(LogQuery.all()));
  }

  private static void defaults(Workbench bench) {
    Locale turkish = Locale.forLanguageTag("tr-TR");
    bench.fixture.withDefaults(turkish, ZoneId.of("Asia/Kathmandu"), () -> write(bench));
    read(bench);
    bench.fixture.withDefaults(turkish, ZoneId.of("Asia/Kathmandu"), () -> read(bench));
    bench.fixture.withDefaults(Locale.US, ZoneId.of("America/New_York"), () -> read(bench));
  }

  private static void write(Workbench bench) {
    Samples.specimens().forEach(bench::insert);
    bench.insert(Specimen.of("turkish").withName("TITLE INDIGO").withAliases("I", "i", "İ", "ı"));
    bench.append(Samples.happenings());
  }

  private static void read(Workbench bench) {
    for (Specimen specimen : Samples.specimens()) {
      Expect.equal(
          "the record \"" + specimen.id() + "\"",
          Optional.of(specimen),
          bench.records().find(specimen.id()).map(record -> record.value()));
    }
    Expect.equal(
        "the facts",
        Samples.INSTANTS_IN_ORDER,
        bench.contentOfFacts().stream().map(Happening::at).distinct().toList());
    Expect.equal(
        "the ids by prefix",
        List.of("turkish"),
        bench.ids(Query.where(Criterion.startsWith(Specimen.NAME, "TI"))));
    if (bench.can(Capability.FREE_TEXT)) {
      Expect.equal(
          "the ids by words",
          List.of("turkish"),
          bench.ids(Query.where(Specimen.WORDS.contains("title Indigo"))));
    }
  }
}
