package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that do not come back as they were. */
final class ValueFaults {

  private ValueFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur(
            "keeps microseconds",
            "record-round-trip",
            () -> new Spoiling(text -> text.replaceAll("(\\.\\d{6})\\d{3}Z", "$1Z"))),
        new Saboteur(
            "drops the scale of decimals",
            "record-round-trip",
            () ->
                new Spoiling(text -> text.replaceAll("(\"amount\" : \"-?\\d+\\.\\d*?)0+\"", "$1\"")
                    .replace(".\"", "\""))),
        new Saboteur(
            "keeps 16 bits of a character",
            "record-round-trip",
            () -> new Spoiling(text -> text.codePoints()
                .mapToObj(c -> c > 0xFFFF ? "?" : Character.toString(c))
                .reduce("", String::concat))),
        new Saboteur(
            "takes the empty text for absent",
            "record-round-trip",
            () -> new Spoiling(text -> text.replaceAll(",\\s*\"note\" : \"\"", ""))),
        new Saboteur(
            "moves hours that New York skips",
            "record-round-trip",
            () -> new Spoiling(ValueFaults::throughNewYork)),
        new Saboteur(
            "cuts texts at 255 characters",
            "record-long-values",
            () -> new Spoiling(text -> text.replaceAll("([^\"\\\\]{255})[^\"\\\\]+\"", "$1\""))),
        new Saboteur(
            "drops characters that its database dislikes",
            "record-refused-key",
            () -> new Spoiling(text -> text.replace("\\u0000", ""))),
        new Saboteur("keeps instants in the default zone", "defaults", InDefaultZone::new));
  }

  private static String throughNewYork(String text) {
    Matcher local = Pattern.compile("(\"local\" : \")([^\"]*)").matcher(text);
    return local.replaceAll(found -> found.group(1)
        + LocalDateTime.parse(found.group(2))
            .atZone(ZoneId.of("America/New_York"))
            .toLocalDateTime());
  }

  /** Changes the text of each document that is stored. */
  private static final class Spoiling extends Fault {

    private final UnaryOperator<String> change;

    Spoiling(UnaryOperator<String> change) {
      this.change = change;
    }

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          return super.insert(spoilt(type, value));
        }

        @Override
        public WriteOutcome<A> update(A value, long expectedVersion) {
          return super.update(spoilt(type, value), expectedVersion);
        }
      };
    }

    @Override
    <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
      return new LogWrapper<>(sound) {
        @Override
        public List<AppendOutcome> append(List<F> facts) {
          return super.append(facts.stream().map(fact -> spoilt(type, fact)).toList());
        }
      };
    }

    private <T> T spoilt(StoredType<T> type, T value) {
      return type.read(JsonDocument.parse(change.apply(type.write(value).toString())));
    }
  }

  /** Writes the local time of the day and takes it for one of the zone that is the default when it reads. */
  private static final class InDefaultZone extends Fault {

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          return super.insert(moved(value, 1));
        }

        @Override
        public Optional<Versioned<A>> find(I id) {
          return super.find(id).map(found -> read(found));
        }

        @Override
        public Slice<Versioned<A>> list(Query<A> query, Page page) {
          Slice<Versioned<A>> slice = super.list(query, page);
          return new Slice<>(
              slice.items().stream().map(found -> read(found)).toList(), slice.next());
        }

        private Versioned<A> read(Versioned<A> found) {
          return new Versioned<>(moved(found.value(), -1), found.version());
        }
      };
    }

    @SuppressWarnings("unchecked")
    private static <A> A moved(A value, int sign) {
      Specimen specimen = (Specimen) value;
      Instant at = specimen.at();
      int offset = ZoneId.systemDefault().getRules().getStandardOffset(at).getTotalSeconds();
      return (A) specimen.withAt(at.plusSeconds((long) sign * offset));
    }
  }
}
