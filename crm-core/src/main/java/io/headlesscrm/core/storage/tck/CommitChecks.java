package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is to happen after the commit happens then, or the storage says that it cannot know. */
final class CommitChecks {

  private CommitChecks() {}

  static List<Promise> all() {
    return List.of(
        new Promise(
            "capabilities",
            "What the storage can do is the same through every handle and cannot be changed.",
            CommitChecks::capabilities),
        promise(
            "after-commit-order",
            "Actions run after the outermost commit, in the order of the calls.",
            CommitChecks::order),
        promise("after-commit-kept", "An action sees what was committed.", CommitChecks::kept),
        promise(
            "after-commit-rollback", "No action runs after a rollback.", CommitChecks::rollback),
        promise(
            "after-commit-throws",
            "When an action throws, the others run, the unit stays and the committer is told.",
            CommitChecks::actionThrows),
        promise(
            "after-commit-wants-a-unit",
            "An action outside a unit is refused and does not run.",
            CommitChecks::wantsAUnit));
  }

  private static Promise promise(String name, String text, Consumer<Workbench> proof) {
    return new Promise(name, text + " Without the capability it is refused.", bench -> {
      if (bench.can(Capability.AFTER_COMMIT)) {
        proof.accept(bench);
      } else {
        refused(bench);
      }
    });
  }

  private static void refused(Workbench bench) {
    List<String> ran = new ArrayList<>();
    try {
      bench.inUnit(() -> Expect.thrown(
          "an action without " + Capability.AFTER_COMMIT,
          AbsentCapabilityException.class,
          () -> bench.storage.unitOfWork().afterCommit(() -> ran.add("action"))));
    } catch (IllegalStateException e) {
      // the refusal may doom the unit
    }
    Expect.equal("the actions that ran", List.of(), ran);
  }

  private static void capabilities(Workbench bench) {
    Expect.equal(
        "what another handle can do",
        bench.storage.capabilities(),
        bench.elsewhere().capabilities());
    Expect.thrown(
        "a change of the capabilities",
        UnsupportedOperationException.class,
        () -> bench.storage.capabilities().clear());
  }

  private static void order(Workbench bench) {
    List<String> ran = new ArrayList<>();
    bench.inUnit(() -> {
      after(bench, () -> ran.add("first"));
      bench.storage.unitOfWork().required(() -> {
        after(bench, () -> ran.add("inner"));
        return true;
      });
      after(bench, () -> ran.add("last"));
      Expect.equal("the actions that ran inside", List.of(), ran);
    });
    Expect.equal("the actions that ran", List.of("first", "inner", "last"), ran);
    bench.insert(Specimen.of("a"));
    Expect.equal("the actions that ran after another unit", 3, ran.size());
  }

  private static void kept(Workbench bench) {
    List<String> seen = new ArrayList<>();
    bench.inUnit(() -> {
      after(bench, () -> seen.addAll(bench.ids(Query.all())));
      bench.records().insert(Specimen.of("a")).orThrow();
    });
    Expect.equal("the ids that the action saw through another handle", List.of("a"), seen);
  }

  private static void rollback(Workbench bench) {
    List<String> ran = new ArrayList<>();
    Expect.thrown(
        "the unit",
        ArithmeticException.class,
        () -> bench.inUnit(() -> {
          after(bench, () -> ran.add("action"));
          throw new ArithmeticException("of the work");
        }));
    bench.insert(Specimen.of("a"));
    Expect.equal("the actions that ran", List.of(), ran);
  }

  private static void actionThrows(Workbench bench) {
    List<String> ran = new ArrayList<>();
    Expect.thrown(
        "the committer",
        ArithmeticException.class,
        () -> bench.inUnit(() -> {
          bench.records().insert(Specimen.of("a")).orThrow();
          after(bench, () -> {
            throw new ArithmeticException("of the action");
          });
          after(bench, () -> ran.add("second"));
        }));
    Expect.equal("the actions that ran", List.of("second"), ran);
    Expect.equal("the ids", List.of("a"), bench.ids(Query.all()));
  }

  private static void wantsAUnit(Workbench bench) {
    List<String> ran = new ArrayList<>();
    Expect.thrown(
        "an action outside a unit",
        IllegalStateException.class,
        () -> after(bench, () -> ran.add("action")));
    bench.insert(Specimen.of("a"));
    Expect.equal("the actions that ran", List.of(), ran);
  }

  private static void after(Workbench bench, Runnable action) {
    bench.storage.unitOfWork().afterCommit(action);
  }
}
