package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One empty storage under examination, with the moves that many checks make. */
final class Workbench {

  private static final int MOST_PAGES = 20_000;

  final StorageFixture fixture;
  final long seed;
  final CrmStorage storage;

  Workbench(StorageFixture fixture, long seed) {
    this.fixture = fixture;
    this.seed = seed;
    this.storage = fixture.handle();
  }

  /** The same storage, emptied. */
  Workbench emptied() {
    fixture.reset();
    return new Workbench(fixture, seed);
  }

  /** What a reset has left would be blamed on the storage by the check that comes next. */
  void requireEmpty() {
    int left =
        storage.store(Specimen.TYPE).list(Query.all(), Page.first(1)).items().size()
            + storage
                .store(Specimen.NEIGHBOUR)
                .list(Query.all(), Page.first(1))
                .items()
                .size()
            + facts().list(LogQuery.all(), Page.first(1)).items().size();
    if (left > 0) {
      throw new Mismatch(
          "expected an empty storage after reset(), saw values from before. Maybe it empties another table or schema?");
    }
  }

  Random random() {
    return new Random(seed);
  }

  boolean can(Capability capability) {
    return storage.capabilities().contains(capability);
  }

  Store<String, Specimen> records() {
    return storage.store(Specimen.TYPE);
  }

  Log<Happening> facts() {
    return storage.log(Happening.TYPE);
  }

  /** The same content through another handle. */
  CrmStorage elsewhere() {
    return fixture.handle();
  }

  <R> R unit(Supplier<R> work) {
    return fixture.unit(storage, work);
  }

  void inUnit(Runnable work) {
    unit(() -> {
      work.run();
      return true;
    });
  }

  void insert(Specimen... specimens) {
    inUnit(() ->
        Arrays.stream(specimens).forEach(specimen -> records().insert(specimen).orThrow()));
  }

  List<AppendOutcome> append(Happening... happenings) {
    return append(List.of(happenings));
  }

  List<AppendOutcome> append(List<Happening> happenings) {
    return unit(() -> facts().append(happenings));
  }

  /** The ids of all records that a query asks for, read through another handle in one page. */
  List<String> ids(Query<Specimen> query) {
    return elsewhere().store(Specimen.TYPE).list(query, Page.first(1_000)).items().stream()
        .map(record -> record.value().id())
        .toList();
  }

  List<String> ids(LogQuery<Happening> query) {
    return elsewhere().log(Happening.TYPE).list(query, Page.first(1_000)).items().stream()
        .map(Happening::id)
        .toList();
  }

  List<String> idsByPages(Query<Specimen> query, int limit) {
    return walk(limit, page -> records().list(query, page)).stream()
        .map(record -> record.value().id())
        .toList();
  }

  List<String> idsByPages(LogQuery<Happening> query, int limit) {
    return walk(limit, page -> facts().list(query, page)).stream()
        .map(Happening::id)
        .toList();
  }

  List<Specimen> contentOfRecords() {
    return walk(100, page -> elsewhere().store(Specimen.TYPE).list(Query.all(), page)).stream()
        .map(Versioned::value)
        .toList();
  }

  List<Happening> contentOfFacts() {
    return walk(100, page -> elsewhere().log(Happening.TYPE).list(LogQuery.all(), page));
  }

  /** All items of a list, page by page. */
  static <T> List<T> walk(int limit, Function<Page, Slice<T>> list) {
    List<T> items = new ArrayList<>();
    Page page = Page.first(limit);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Slice<T> slice = list.apply(page);
      items.addAll(slice.items());
      @Nullable Cursor next = slice.next();
      if (next == null) {
        return items;
      }
      page = page.after(next);
    }
    throw new Mismatch("expected a last page, saw none among " + MOST_PAGES);
  }
}
