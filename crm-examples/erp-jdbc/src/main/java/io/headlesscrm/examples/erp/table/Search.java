package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement that finds the records or facts a query asks for. It begins with the rows of an index where the query
 * names a promising one, and looks up the rest from there; else it goes along the order of the list. Tables are joined
 * from left to right, because H2 would begin elsewhere.
 *
 * <p>The columns of the result are those of the place (the id; the key and the id; or the instant and the id), then those
 * that were asked for.
 */
final class Search {

  private final String type;
  private final Tables tables;
  private final String columns;
  private final Criteria criteria;

  /** Shows columns of the table of rows, which is called r. */
  Search(String type, Tables tables, String columns) {
    this.type = type;
    this.tables = tables;
    this.columns = columns;
    this.criteria = new Criteria(type, tables);
  }

  <A> Sql records(Query<A> query, @Nullable Cursor after) {
    List<Criterion<A>> conjuncts = Criteria.conjuncts(query.criterion());
    Index<A, ?> order = query.order();
    Listing listing = order == null ? byPlace(conjuncts) : byKey(conjuncts, order.name());
    return listing.shown(columns, query.descending(), after);
  }

  <F> Sql facts(LogQuery<F> query, @Nullable Cursor after) {
    Listing listing = byPlace(Criteria.conjuncts(query.criterion()));
    inTime(listing, query.start(), " >= ?");
    inTime(listing, query.end(), " < ?");
    return listing.shown(columns, query.newestFirst(), after);
  }

  private static void inTime(Listing listing, @Nullable Instant bound, String comparison) {
    if (bound != null) {
      byte[] instant = Utf8.key(KeyType.INSTANT.encode(bound));
      listing.where(Sql.of(listing.place().get(0) + comparison, instant));
    }
  }

  private <T> Listing byPlace(List<Criterion<T>> conjuncts) {
    Optional<Lead<T>> lead = Lead.findBest(conjuncts);
    if (lead.isPresent()) {
      return led(lead.get(), conjuncts).from(rows("d")).by(place("d"));
    }
    return new Listing()
        .from(Sql.of(tables.rows() + " r"))
        .where(Sql.of("r.type = ?", type))
        .where(conditions(conjuncts, "r"))
        .alongIndex("r.type")
        .by(place("r"));
  }

  /** Criteria on the index of the order are conditions on the very rows that are listed. */
  private <T> Listing byKey(List<Criterion<T>> conjuncts, String index) {
    List<Sql> conditions = new ArrayList<>(criteria.inIndex(index, "k"));
    List<Criterion<T>> others = new ArrayList<>();
    conjuncts.forEach(criterion -> KeyRange.find(criterion)
        .filter(range -> range.index().equals(index))
        .ifPresentOrElse(
            range -> conditions.addAll(range.conditions("k")), () -> others.add(criterion)));
    return ordered(others).from(rows("k")).where(conditions).by(List.of("k.index_key", "k.id"));
  }

  private <T> Listing ordered(List<Criterion<T>> conjuncts) {
    Optional<Lead<T>> lead = Lead.findBest(conjuncts);
    if (lead.isPresent()) {
      return led(lead.get(), conjuncts)
          .from(Sql.of(" LEFT JOIN " + tables.keys() + " k ON k.id = d.id"))
          .alongIndex();
    }
    return new Listing()
        .from(Sql.of(tables.keys() + " k"))
        .where(conditions(conjuncts, "k"))
        .alongIndex("k.type", "k.index_name");
  }

  private <T> Listing led(Lead<T> lead, List<Criterion<T>> conjuncts) {
    List<Criterion<T>> others = new ArrayList<>(conjuncts);
    others.remove(lead.criterion());
    return entered(lead).where(conditions(others, "d"));
  }

  private <T> Listing entered(Lead<T> lead) {
    return switch (lead.kind()) {
      case ONE_KEY ->
        new Listing()
            .from(Sql.of(tables.keys() + " d"))
            .where(criteria.inRange(lead.ranges().get(0), "d"))
            .alongIndex("d.type", "d.index_name", "d.index_key");
      case KEYS -> new Listing().from(distinct(lead.ranges()));
      case WORDS ->
        new Listing()
            .from(Sql.of(tables.texts() + " d"))
            .where(criteria.withWords((Criterion.Contains<T>) lead.criterion(), "d"))
            .alongIndex("d.type", "d.index_name");
    };
  }

  /** The places of all values with a key in one of the ranges. */
  private Sql distinct(List<KeyRange> ranges) {
    List<Sql> selects = Stream.concat(
            criteria.oneOf(ranges.stream().filter(KeyRange::isOneKey).toList(), "x").stream(),
            ranges.stream()
                .filter(range -> !range.isOneKey())
                .map(range -> new Sql().addJoined(criteria.inRange(range, "x"), " AND ", "1 = 1")))
        .map(this::distinctPlaces)
        .toList();
    return Sql.of("(").addJoined(selects, " UNION ", "").add(") d");
  }

  private Sql distinctPlaces(Sql condition) {
    return Sql.of("SELECT DISTINCT " + String.join(", ", place("x")) + " FROM " + tables.keys()
            + " x WHERE ")
        .add(condition);
  }

  private <T> List<Sql> conditions(List<Criterion<T>> conjuncts, String alias) {
    return conjuncts.stream()
        .map(criterion -> criteria.condition(criterion, alias + ".id"))
        .toList();
  }

  private Sql rows(String alias) {
    return Sql.of(
        " LEFT JOIN " + tables.rows() + " r ON r.type = ? AND r.id = " + alias + ".id", type);
  }

  private List<String> place(String alias) {
    return tables.place().stream().map(column -> alias + "." + column).toList();
  }
}
