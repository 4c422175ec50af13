package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of a storage, as data: it can be repeated, left out and printed. */
sealed interface Command {

  /** What the storage answers, comparable with what another one answers. */
  Object run(CrmStorage storage);

  record Find(String id) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage.store(Specimen.TYPE).find(id);
    }
  }

  record Insert(Specimen specimen) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage.store(Specimen.TYPE).insert(specimen);
    }
  }

  /** Expects the present version and so many more. */
  record Update(Specimen specimen, long more) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage.store(Specimen.TYPE).update(specimen, version(storage, specimen.id()) + more);
    }
  }

  /** Expects the present version and so many more. */
  record Delete(String id, long more) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage.store(Specimen.TYPE).delete(id, version(storage, id) + more);
    }
  }

  record ListRecords(Query<Specimen> query, int limit) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return Workbench.walk(limit, page -> storage.store(Specimen.TYPE).list(query, page));
    }
  }

  record Append(List<Happening> facts) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage.log(Happening.TYPE).append(facts);
    }
  }

  record ListFacts(LogQuery<Happening> query, int limit) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return Workbench.walk(limit, page -> storage.log(Happening.TYPE).list(query, page));
    }
  }

  record ReadFacts(LogQuery<Happening> query) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      List<Happening> seen = new ArrayList<>();
      storage.log(Happening.TYPE).forEach(query, seen::add);
      return seen;
    }
  }

  /** Removes small facts and gives the others another kind. */
  record Rewrite(LogQuery<Happening> query, long small, String kind) implements Command {
    @Override
    public Object run(CrmStorage storage) {
      return storage
          .log(Happening.TYPE)
          .rewrite(
              query,
              fact -> fact.size() < small ? Optional.empty() : Optional.of(fact.withKind(kind)));
    }
  }

  private static long version(CrmStorage storage, String id) {
    return storage.store(Specimen.TYPE).find(id).map(Versioned::version).orElse(1L);
  }
}
