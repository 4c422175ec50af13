package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Criterion;
import java.util.ArrayList;
import java.util.List;

/** Criteria of one type as SQL conditions on an id. */
final class Criteria {

  /** In no text, so that no word is found across two texts of a value. */
  private static final char BETWEEN_TEXTS = '\uFFFF';

  /** PostgreSQL refuses U+0000 in a text. */
  private static final char INSTEAD_OF_NULL = '\uFFFE';

  private final String type;
  private final Tables tables;

  Criteria(String type, Tables tables) {
    this.type = type;
    this.tables = tables;
  }

  /** All texts of a value in an index, as they are stored. */
  static String stored(List<String> normalForms) {
    return storable(String.join(String.valueOf(BETWEEN_TEXTS), normalForms));
  }

  /** The criteria that must all be met. */
  static <T> List<Criterion<T>> conjuncts(Criterion<T> criterion) {
    if (criterion instanceof Criterion.And<T> and) {
      List<Criterion<T>> parts = new ArrayList<>();
      and.criteria().forEach(part -> parts.addAll(conjuncts(part)));
      return parts;
    }
    return List.of(criterion);
  }

  /** True for the ids of the values that match. */
  <T> Sql condition(Criterion<T> criterion, String id) {
    if (criterion instanceof Criterion.And<T> and) {
      return joined(and.criteria(), id, " AND ", "1 = 1");
    }
    if (criterion instanceof Criterion.Or<T> or) {
      return joined(or.criteria(), id, " OR ", "1 = 0");
    }
    if (criterion instanceof Criterion.Contains<T> contains) {
      return hasWords(contains, id);
    }
    return hasKey(KeyRange.find(criterion).orElseThrow(), id);
  }

  /** The rows of the index that a range of keys means. */
  List<Sql> inRange(KeyRange range, String alias) {
    List<Sql> conditions = new ArrayList<>(inIndex(range.index(), alias));
    conditions.addAll(range.conditions(alias));
    return conditions;
  }

  /** Looks up the rows of each key, which H2 does not do for keys in a list. */
  Sql oneOf(String index, List<KeyRange> keys, String alias) {
    List<Sql> rows = keys.stream()
        .map(key -> Sql.of("(CAST(? AS BYTEA))", key.bounds().get(0).key()))
        .toList();
    return Sql.of("(VALUES ")
        .addJoined(rows, ", ", "")
        .add(") AS v (sought) JOIN " + tables.keys() + " " + alias + " ON ")
        .addJoined(inIndex(index, alias), " AND ", "")
        .add(" AND " + alias + ".index_key = v.sought");
  }

  List<Sql> inIndex(String index, String alias) {
    return List.of(Sql.of(alias + ".type = ?", type), Sql.of(alias + ".index_name = ?", index));
  }

  /** The rows of the text index that have all words. */
  <T> List<Sql> withWords(Criterion.Contains<T> contains, String alias) {
    List<Sql> conditions = new ArrayList<>(inIndex(contains.index().name(), alias));
    contains
        .words()
        .forEach(word -> conditions.add(
            Sql.of(alias + ".normal_form LIKE ? ESCAPE '!'", "%" + literal(storable(word)) + "%")));
    return conditions;
  }

  private <T> Sql joined(List<Criterion<T>> parts, String id, String between, String none) {
    List<Sql> conditions = parts.stream().map(part -> condition(part, id)).toList();
    return Sql.of("(").addJoined(conditions, between, none).add(")");
  }

  private Sql hasKey(KeyRange range, String id) {
    return exists(tables.keys(), inRange(range, "x"), id);
  }

  private <T> Sql hasWords(Criterion.Contains<T> contains, String id) {
    return contains.words().isEmpty()
        ? Sql.of("1 = 1")
        : exists(tables.texts(), withWords(contains, "x"), id);
  }

  private static Sql exists(String table, List<Sql> conditions, String id) {
    return Sql.of("EXISTS (SELECT 1 FROM " + table + " x WHERE x.id = " + id + " AND ")
        .addJoined(conditions, " AND ", "1 = 1")
        .add(")");
  }

  private static String storable(String text) {
    return text.replace('\0', INSTEAD_OF_NULL);
  }

  private static String literal(String word) {
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
