package io.headlesscrm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kit is proven by adapters with one defect each: every one is found, and every check finds one. */
class SabotageTest {

  private static final Map<Saboteur, Set<String>> KILLERS = new LinkedHashMap<>();

  @BeforeAll
  static void runAllChecksOnAllSaboteurs() {
    saboteurs().forEach(saboteur -> KILLERS.put(saboteur, killers(saboteur.fault())));
    KILLERS.forEach((saboteur, killers) ->
        System.out.println("an adapter that " + saboteur.name() + " is found by " + killers));
  }

  @Test
  void eachSaboteur_isKilledByTheCheckThatItNames() {
    assertThat(KILLERS).hasSizeGreaterThanOrEqualTo(15);
    assertThat(KILLERS)
        .allSatisfy((saboteur, killers) -> assertThat(killers).contains(saboteur.killer()));
  }

  @Test
  void eachCheck_killsASaboteur() {
    Set<String> killing = new LinkedHashSet<>();
    KILLERS.values().forEach(killing::addAll);
    assertThat(killing).containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void message_ofAKill_saysExpectedSeenAndHowToRepeat() {
    assertThat(message("inserts over what is there", "record-second-insert"))
        .contains("A second insert of an id is refused")
        .contains("expected Refused[reason=EXISTS], saw Done[")
        .contains(
            "Repeat with StorageTck.checks(fixture, 20260101L), check \"record-second-insert\".");
  }

  @Test
  void message_ofARandomSequence_hasSeedAndShortestSequence() {
    String message = message("forgets the index from the fourth version on", "random-commands");
    assertThat(message).contains("made from seed 202601").contains("expected").contains("saw");
    assertThat(message.lines().filter(line -> line.startsWith("    "))).hasSizeBetween(6, 8);
  }

  private static List<Saboteur> saboteurs() {
    return Stream.of(
            ValueFaults.all(),
            RecordFaults.all(),
            FactFaults.all(),
            QueryFaults.all(),
            UnitFaults.all(),
            CommitFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> names() {
    try (MemoryFixture fixture = new MemoryFixture(Fault::new)) {
      return StorageTck.checks(fixture).stream().map(StorageCheck::name).toList();
    }
  }

  private static Set<String> killers(Supplier<Fault> fault) {
    Set<String> killers = new LinkedHashSet<>();
    try (MemoryFixture fixture = new MemoryFixture(fault)) {
      StorageTck.checks(fixture).stream()
          .filter(check -> isFailing(check))
          .forEach(check -> killers.add(check.name()));
    }
    return killers;
  }

  private static boolean isFailing(StorageCheck check) {
    try {
      check.run();
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }

  private static String message(String saboteur, String check) {
    Saboteur found = saboteurs().stream()
        .filter(candidate -> candidate.name().equals(saboteur))
        .findFirst()
        .orElseThrow();
    try (MemoryFixture fixture = new MemoryFixture(found.fault())) {
      StorageCheck failing = StorageTck.checks(fixture).stream()
          .filter(candidate -> candidate.name().equals(check))
          .findFirst()
          .orElseThrow();
      return catchThrowableOfType(AssertionError.class, failing::run).getMessage();
    }
  }
}
