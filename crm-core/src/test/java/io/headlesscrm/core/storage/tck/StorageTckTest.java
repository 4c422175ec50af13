package io.headlesscrm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StorageTckTest {

  private static final MemoryFixture SOUND = new MemoryFixture(Fault::new);

  @AfterAll
  static void close() {
    SOUND.close();
  }

  @TestFactory
  Stream<DynamicTest> checks_inMemoryStorage_allPass() {
    return StorageTck.checks(SOUND).stream().map(check -> dynamicTest(check.name(), check::run));
  }

  @Test
  void checks_storageWithoutCapabilities_allPass() {
    try (MemoryFixture modest = new MemoryFixture(ModestStorage::new)) {
      StorageTck.checks(modest).forEach(StorageCheck::run);
    }
  }

  @Test
  void checks_composedStorage_allPass() {
    try (ComposedFixture composed = new ComposedFixture()) {
      StorageTck.checks(composed).forEach(StorageCheck::run);
    }
  }

  @Test
  void checks_fixtureThatDoesNotEmpty_saysSo() {
    try (MemoryFixture forgetful = new MemoryFixture(Fault::new) {
      @Override
      public void reset() {}
    }) {
      List<StorageCheck> checks = StorageTck.checks(forgetful);
      checks.get(0).run();
      assertThatThrownBy(() -> checks.forEach(StorageCheck::run))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("expected an empty storage after reset()");
    }
  }

  @Test
  void checks_otherSeeds_randomCommandsPass() {
    for (long seed = 1; seed <= 20; seed++) {
      StorageTck.checks(SOUND, seed * 1_000).stream()
          .filter(check -> check.name().equals("random-commands"))
          .forEach(StorageCheck::run);
    }
  }

  @Test
  void checks_names_areUniqueAndEachHasAPromise() {
    assertThat(StorageTck.checks(SOUND)).extracting(StorageCheck::name).doesNotHaveDuplicates();
    assertThat(StorageTck.checks(SOUND))
        .extracting(StorageCheck::promise)
        .allMatch(text -> text.endsWith("."));
  }
}
