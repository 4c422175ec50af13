package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whatever is done to the storage, it answers as the plainest one does. */
final class RandomChecks {

  private static final int SEQUENCES = 60;
  private static final int MOST_UNITS = 60;

  private RandomChecks() {}

  static List<Promise> all() {
    return List.of(new Promise(
        "random-commands",
        "Any sequence of units answers as the reference does, and leaves the same content.",
        RandomChecks::commands));
  }

  private static void commands(Workbench bench) {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      long seed = bench.seed + sequence;
      List<RandomUnit> units =
          new RandomCommands(new Random(seed), bench.can(Capability.FREE_TEXT)).units(MOST_UNITS);
      if (firstDifference(bench, units).isPresent()) {
        List<RandomUnit> shortest = shrunk(bench, units);
        throw new Mismatch(
            "after the shortest sequence that differs, made from seed " + seed + ":\n"
                + printed(shortest)
                + firstDifference(bench, shortest).orElse("it did not differ again"));
      }
    }
  }

  /** Leaves out units, then commands, as long as the rest still differs. */
  private static List<RandomUnit> shrunk(Workbench bench, List<RandomUnit> units) {
    List<RandomUnit> shortest = units;
    for (int size = units.size() / 2; size > 0; size /= 2) {
      for (int at = 0; at + size <= shortest.size(); ) {
        List<RandomUnit> fewer = new ArrayList<>(shortest);
        fewer.subList(at, at + size).clear();
        boolean differs = firstDifference(bench, fewer).isPresent();
        shortest = differs ? fewer : shortest;
        at += differs ? 0 : size;
      }
    }
    return shortened(bench, shortest);
  }

  private static List<RandomUnit> shortened(Workbench bench, List<RandomUnit> units) {
    List<RandomUnit> shortest = new ArrayList<>(units);
    for (int i = 0; i < shortest.size(); i++) {
      for (int command = shortest.get(i).commands().size() - 1; command >= 0; command--) {
        RandomUnit whole = shortest.get(i);
        shortest.set(i, whole.without(command));
        if (firstDifference(bench, shortest).isEmpty()) {
          shortest.set(i, whole);
        }
      }
    }
    return shortest;
  }

  private static Optional<String> firstDifference(Workbench bench, List<RandomUnit> units) {
    bench.fixture.reset();
    CrmStorage storage = bench.fixture.handle();
    ReferenceStorage reference = new ReferenceStorage();
    for (int i = 0; i < units.size(); i++) {
      RandomUnit unit = units.get(i);
      Object expected = unit.run(reference::required, reference);
      Object seen = answer(bench, unit, storage);
      if (!expected.equals(seen)) {
        return Optional.of("unit " + (i + 1) + ": expected " + expected + ", saw " + seen);
      }
    }
    return differenceOfContent(bench, reference);
  }

  private static Object answer(Workbench bench, RandomUnit unit, CrmStorage storage) {
    try {
      return unit.run(work -> bench.fixture.unit(storage, work), storage);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static Optional<String> differenceOfContent(Workbench bench, ReferenceStorage reference) {
    for (Command read : List.of(everyRecord(), everyFact())) {
      Object expected = read.run(reference);
      Object seen = read.run(bench.elsewhere());
      if (!expected.equals(seen)) {
        return Optional.of("content: expected " + expected + ", saw " + seen);
      }
    }
    return Optional.empty();
  }

  private static Command everyRecord() {
    return new Command.ListRecords(Query.all(), 100);
  }

  private static Command everyFact() {
    return new Command.ListFacts(LogQuery.all(), 100);
  }

  private static String printed(List<RandomUnit> units) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < units.size(); i++) {
      lines
          .append("  unit ")
          .append(i + 1)
          .append(", ")
          .append(units.get(i).ending())
          .append('\n');
      units
          .get(i)
          .commands()
          .forEach(command -> lines.append("    ").append(command).append('\n'));
    }
    return lines.toString();
  }
}
