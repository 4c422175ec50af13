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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private final Tables tables;
  private final RowSource rows;
  private final String columns;
  private final Criteria criteria;

  /** Shows columns of the table of rows, which is called r. */
  Search(String type, Tables tables, RowSource rows, String columns) {
    this.tables = tables;
    this.rows = rows;
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
      return rows.joined(led(lead.get(), conjuncts), "d").by(tables.place("d"));
    }
    Listing all = rows.all();
    return all.where(conditions(conjuncts, all.id()));
  }

  /** Criteria on the index of the order are conditions on the very rows that are listed. */
  private <T> Listing byKey(List<Criterion<T>> conjuncts, String index) {
    List<Sql> ofKey = new ArrayList<>();
    List<Criterion<T>> others = new ArrayList<>();
    conjuncts.forEach(criterion -> KeyRange.find(criterion)
        .filter(range -> range.index().equals(index))
        .ifPresentOrElse(
            range -> ofKey.addAll(range.conditions("k")), () -> others.add(criterion)));
    return rows.joined(inIndex(index, others), "k").where(ofKey).by(List.of("k.index_key", "k.id"));
  }

  private <T> Listing inIndex(String index, List<Criterion<T>> conjuncts) {
    List<Sql> inIndex = criteria.inIndex(index, "k");
    Optional<Lead<T>> lead = Lead.findBest(conjuncts);
    if (lead.isPresent()) {
      return led(lead.get(), conjuncts)
          .from(Sql.of(" LEFT JOIN " + tables.keys() + " k ON k.id = d.id AND ")
              .addJoined(inIndex, " AND ", ""))
          .alongIndex();
    }
    return new Listing()
        .from(Sql.of(tables.keys() + " k"))
        .where(inIndex)
        .where(conditions(conjuncts, "k.id"))
        .alongIndex("k.type", "k.index_name");
  }

  private <T> Listing led(Lead<T> lead, List<Criterion<T>> conjuncts) {
    List<Criterion<T>> others = new ArrayList<>(conjuncts);
    others.remove(lead.criterion());
    return entered(lead).where(conditions(others, "d.id"));
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
    Map<String, List<KeyRange>> oneKeys = ranges.stream()
        .filter(KeyRange::isOneKey)
        .collect(Collectors.groupingBy(KeyRange::index, TreeMap::new, Collectors.toList()));
    List<Sql> selects = new ArrayList<>();
    oneKeys.forEach((index, keys) -> selects.add(distinctPlaces(criteria.oneOf(index, keys, "x"))));
    ranges.stream()
        .filter(range -> !range.isOneKey())
        .map(range -> Sql.of(tables.keys() + " x WHERE ")
            .addJoined(criteria.inRange(range, "x"), " AND ", ""))
        .forEach(from -> selects.add(distinctPlaces(from)));
    return Sql.of("(").addJoined(selects, " UNION ", "").add(") d");
  }

  private Sql distinctPlaces(Sql from) {
    return Sql.of("SELECT DISTINCT " + String.join(", ", tables.place("x")) + " FROM ")
        .add(from);
  }

  private <T> List<Sql> conditions(List<Criterion<T>> conjuncts, String id) {
    return conjuncts.stream()
        .map(criterion -> criteria.condition(criterion, id))
        .toList();
  }
}
