package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Facts that are lost, doubled, overwritten or read wrongly. */
final class FactFaults {

  private FactFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur("keeps the last of two facts", "fact-idempotent", () -> of(LastWins::new)),
        new Saboteur("never sees a conflict", "fact-idempotent", () -> of(NeverConflicts::new)),
        new Saboteur(
            "looks for duplicates before the call only",
            "fact-twice-in-one-call",
            () -> of(LooksBefore::new)),
        new Saboteur(
            "tells outcomes of new facts first",
            "fact-outcome-for-each",
            () -> of(SortsOutcomes::new)),
        new Saboteur(
            "orders facts of one time as they came",
            "fact-order",
            () -> of(OrdersByTimeAlone::new)),
        new Saboteur("includes the end of the window", "fact-window", () -> of(IncludesEnd::new)),
        new Saboteur(
            "reads a thousand facts at most", "fact-for-each", () -> of(ReadsThousand::new)),
        new Saboteur("reads oldest first always", "fact-for-each", () -> of(ReadsOldestFirst::new)),
        new Saboteur(
            "swallows the consumer's exception", "fact-for-each-fails", () -> of(Swallows::new)),
        new Saboteur("rewrites but removes nothing", "fact-rewrite", () -> of(RemovesNothing::new)),
        new Saboteur("counts what it looked at", "fact-rewrite", () -> of(CountsAll::new)),
        new Saboteur(
            "leaves a rewritten fact in its place",
            "fact-rewrite-indexes",
            () -> of(LeavesInPlace::new)),
        new Saboteur("rewrites ids", "fact-rewrite-id", () -> of(RewritesIds::new)),
        new Saboteur("remembers removed ids", "fact-removed-returns", Remembers::new),
        new Saboteur(
            "pages facts by offset", "page-of-facts-while-writing", () -> of(PagesByOffset::new)),
        new Saboteur("pages facts by time alone", "page-of-facts", () -> of(PagesByTimeAlone::new)),
        new Saboteur("keeps the caller's list", "aliasing-appended", KeepsList::new));
  }

  /** Wraps every log. */
  interface Wrapping {
    <F> Log<F> wrap(FactType<F> type, Log<F> sound);
  }

  static Fault of(Wrapping wrapping) {
    return new Fault() {
      @Override
      <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
        return wrapping.wrap(type, sound);
      }
    };
  }

  /** A log that knows its type. */
  static class Typed<F> extends Fault.LogWrapper<F> {

    final FactType<F> type;

    Typed(FactType<F> type, Log<F> sound) {
      super(sound);
      this.type = type;
    }

    Optional<F> stored(F fact) {
      return all(LogQuery.all()).stream()
          .filter(found -> type.idText(found).equals(type.idText(fact)))
          .findFirst();
    }
  }

  private static final class LastWins<F> extends Typed<F> {
    LastWins(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public List<AppendOutcome> append(List<F> facts) {
      List<AppendOutcome> outcomes = sound.append(facts);
      for (int i = 0; i < facts.size(); i++) {
        F fact = facts.get(i);
        if (outcomes.get(i) == AppendOutcome.CONFLICT) {
          sound.rewrite(
              LogQuery.all(),
              found -> Optional.of(type.idText(found).equals(type.idText(fact)) ? fact : found));
        }
      }
      return outcomes;
    }
  }

  private static final class NeverConflicts<F> extends Typed<F> {
    NeverConflicts(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public List<AppendOutcome> append(List<F> facts) {
      List<AppendOutcome> outcomes = new ArrayList<>(sound.append(facts));
      Collections.replaceAll(outcomes, AppendOutcome.CONFLICT, AppendOutcome.DUPLICATE);
      return outcomes;
    }
  }

  private static final class LooksBefore<F> extends Typed<F> {
    LooksBefore(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public List<AppendOutcome> append(List<F> facts) {
      List<Optional<F>> before = facts.stream().map(this::stored).toList();
      List<AppendOutcome> outcomes = new ArrayList<>(sound.append(facts));
      for (int i = 0; i < facts.size(); i++) {
        if (before.get(i).isEmpty()) {
          outcomes.set(i, AppendOutcome.APPENDED);
        }
      }
      return outcomes;
    }
  }

  private static final class SortsOutcomes<F> extends Typed<F> {
    SortsOutcomes(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public List<AppendOutcome> append(List<F> facts) {
      return sound.append(facts).stream().sorted().toList();
    }
  }

  private static final class OrdersByTimeAlone<F> extends Typed<F> {
    OrdersByTimeAlone(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      Slice<F> slice = sound.list(query, page);
      List<F> items = new ArrayList<>(slice.items());
      Collections.reverse(items);
      Comparator<F> byTime = Comparator.comparing(type::time);
      items.sort(query.newestFirst() ? byTime.reversed() : byTime);
      return new Slice<>(items, slice.next());
    }
  }

  private static final class IncludesEnd<F> extends Typed<F> {
    IncludesEnd(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      Instant end = query.end();
      return sound.list(end == null ? query : query.before(end.plusNanos(1)), page);
    }
  }

  private static final class ReadsThousand<F> extends Typed<F> {
    ReadsThousand(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
      sound.list(query, Page.first(1_000)).items().forEach(consumer);
    }
  }

  private static final class ReadsOldestFirst<F> extends Typed<F> {
    ReadsOldestFirst(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
      sound.forEach(new LogQuery<>(query.criterion(), query.start(), query.end(), false), consumer);
    }
  }

  private static final class Swallows<F> extends Typed<F> {
    Swallows(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
      sound.forEach(query, fact -> {
        try {
          consumer.accept(fact);
        } catch (RuntimeException e) {
          // the fault
        }
      });
    }
  }

  private static final class RemovesNothing<F> extends Typed<F> {
    RemovesNothing(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      return sound.rewrite(query, fact -> Optional.of(change.apply(fact).orElse(fact)));
    }
  }

  private static final class CountsAll<F> extends Typed<F> {
    CountsAll(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      long all = all(query).size();
      sound.rewrite(query, change);
      return all;
    }
  }

  private static final class LeavesInPlace<F> extends Typed<F> {
    LeavesInPlace(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    @SuppressWarnings("unchecked")
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      return sound.rewrite(
          query,
          fact -> change.apply(fact).map(changed ->
              (F) ((Happening) changed).withAt(((Happening) fact).at())));
    }
  }

  private static final class RewritesIds<F> extends Typed<F> {
    RewritesIds(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      List<F> renamed = new ArrayList<>();
      long changed = sound.rewrite(
          query,
          fact -> change.apply(fact).filter(other -> {
            boolean same = type.idText(other).equals(type.idText(fact));
            if (!same) {
              renamed.add(other);
            }
            return same;
          }));
      sound.append(renamed);
      return changed;
    }
  }

  private static final class Remembers extends Fault {

    private final Set<String> removed = new HashSet<>();

    @Override
    <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
      return new Typed<>(type, sound) {
        @Override
        public List<AppendOutcome> append(List<F> facts) {
          return facts.stream()
              .map(fact -> removed.contains(type.idText(fact))
                  ? AppendOutcome.DUPLICATE
                  : sound.append(List.of(fact)).get(0))
              .toList();
        }

        @Override
        public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
          return sound.rewrite(query, fact -> {
            Optional<F> changed = change.apply(fact);
            if (changed.isEmpty()) {
              removed.add(type.idText(fact));
            }
            return changed;
          });
        }
      };
    }
  }

  private static final class PagesByOffset<F> extends Typed<F> {
    PagesByOffset(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      return RecordFaults.offset(all(query), page);
    }
  }

  private static final class PagesByTimeAlone<F> extends Typed<F> {
    PagesByTimeAlone(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      Cursor after = page.after();
      return after == null
          ? sound.list(query, page)
          : sound.list(
              query,
              page.after(new Cursor(after.key(), query.newestFirst() ? " " : "\uDBFF\uDFFF")));
    }
  }

  /** Writes when the outermost unit ends what is in the list by then. */
  private static final class KeepsList extends Fault {

    private final Map<Object, Runnable> pending = new HashMap<>();

    @Override
    <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
      return new Typed<>(type, sound) {
        @Override
        public List<AppendOutcome> append(List<F> facts) {
          pending.put(new Object(), () -> sound.append(facts));
          return Collections.nCopies(facts.size(), AppendOutcome.APPENDED);
        }
      };
    }

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          return sound.required(() -> {
            R result = work.get();
            pending.values().forEach(Runnable::run);
            pending.clear();
            return result;
          });
        }
      };
    }
  }
}
