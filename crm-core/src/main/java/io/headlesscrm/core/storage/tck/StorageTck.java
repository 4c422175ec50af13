package io.headlesscrm.core.storage.tck;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.StoredType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checks that every storage passes. A host wraps them in its own test framework, here JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsThePromisesOfAStorage() {
 *   return StorageTck.checks(fixture).stream().map(check -> dynamicTest(check.name(), check::run));
 * }
 * }</pre>
 *
 * <p>The checks share the fixture's storage, so they run one after the other. A capability that the storage does not
 * declare is checked to be refused; nothing is skipped.
 */
public final class StorageTck {

  private static final long DEFAULT_SEED = 20260101;

  private StorageTck() {}

  /**
   * All checks, with the same made-up data every time.
   *
   * @param fixture gives the storage
   * @return in an order that goes from the simple to the difficult
   */
  public static List<StorageCheck> checks(StorageFixture fixture) {
    return checks(fixture, DEFAULT_SEED);
  }

  /**
   * All checks with other made-up data.
   *
   * @param fixture gives the storage
   * @param seed any; the same seed makes the same data
   * @return in an order that goes from the simple to the difficult
   */
  public static List<StorageCheck> checks(StorageFixture fixture, long seed) {
    requireNonNull(fixture, "fixture");
    return Stream.of(
            RecordChecks.all(),
            FactChecks.all(),
            PagingChecks.all(),
            QueryChecks.all(),
            UnitChecks.all(),
            CommitChecks.all(),
            ThreadChecks.all(),
            ValueChecks.all(),
            RandomChecks.all())
        .flatMap(List::stream)
        .map(promise -> promise.check(fixture, seed))
        .toList();
  }

  /**
   * The types that the checks store, for an adapter that prepares a table for each.
   *
   * @return records and facts
   */
  public static List<StoredType<?>> types() {
    return List.of(Specimen.TYPE, Specimen.NEIGHBOUR, Happening.TYPE);
  }
}
