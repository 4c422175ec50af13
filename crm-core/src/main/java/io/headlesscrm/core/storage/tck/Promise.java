package io.headlesscrm.core.storage.tck;

import java.util.function.Consumer;

/** What a storage must do and how to find out whether it does. */
record Promise(String name, String text, Consumer<Workbench> proof) {

  StorageCheck check(StorageFixture fixture, long seed) {
    return new StorageCheck(name, text, () -> prove(fixture, seed));
  }

  private void prove(StorageFixture fixture, long seed) {
    try {
      fixture.reset();
      Workbench bench = new Workbench(fixture, seed);
      bench.requireEmpty();
      proof.accept(bench);
    } catch (Mismatch e) {
      throw new AssertionError(message(e.seen(), seed), e);
    } catch (RuntimeException e) {
      throw new AssertionError(message("expected no exception, saw " + e, seed), e);
    }
  }

  private String message(String seen, long seed) {
    return name + ": " + text + "\n" + seen + "\nRepeat with StorageTck.checks(fixture, " + seed
        + "L), check \"" + name + "\".";
  }
}
