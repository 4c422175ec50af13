package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column of the header means what: as the options say, else by the usual names. */
final class ColumnMapping {

  /** Of two candidates for these the left one will do: they change no count and no amount. */
  private static final Set<CsvColumn> HARMLESS =
      EnumSet.of(CsvColumn.ITEM, CsvColumn.CHANNEL, CsvColumn.COST);

  private static final int MAX_NAMES = 300;

  private final List<String> header;
  private final List<String> normalised;
  private final Map<CsvColumn, Integer> indices = new EnumMap<>(CsvColumn.class);
  private final boolean[] known = new boolean[Cells.UNUSED];
  private @Nullable Reason problem;

  private ColumnMapping(List<String> header) {
    this.header = header;
    this.normalised = header.stream().map(ColumnAliases::normalised).toList();
  }

  static ColumnMapping of(List<String> header, CsvOptions options, String file) {
    ColumnMapping mapping =
        new ColumnMapping(header.stream().map(ColumnMapping::trimmed).toList());
    options.columns().forEach((column, name) -> mapping.mapNamed(column, name, file));
    for (CsvColumn column : CsvColumn.values()) {
      if (!options.isIgnored(column) && mapping.isWanted(column, options)) {
        mapping.mapByAlias(column, file);
      }
    }
    mapping.requireMandatory(file);
    return mapping;
  }

  /** Why the header is not one of purchases; null when it is. */
  @Nullable
  Reason problem() {
    return problem;
  }

  List<String> header() {
    return header;
  }

  boolean has(CsvColumn column) {
    return known[column.slot()];
  }

  /** The column's name as the file spells it; empty when the file has none. */
  String name(CsvColumn column) {
    Integer index = indices.get(column);
    return index == null ? "" : header.get(index);
  }

  Map<CsvColumn, String> names() {
    Map<CsvColumn, String> names = new EnumMap<>(CsvColumn.class);
    indices.forEach((column, index) -> names.put(column, header.get(index)));
    return names;
  }

  /** For each column of the file its slot among the {@link Cells}. */
  int[] slots() {
    int[] slots = new int[header.size()];
    Arrays.fill(slots, Cells.UNUSED);
    indices.forEach((column, index) -> slots[index] = column.slot());
    return slots;
  }

  private boolean isWanted(CsvColumn column, CsvOptions options) {
    boolean productNamed = options.columns().containsKey(CsvColumn.QUANTITY)
        && options.columns().containsKey(CsvColumn.UNIT_PRICE);
    return !has(column) && !(column == CsvColumn.AMOUNT && productNamed);
  }

  private void mapNamed(CsvColumn column, String name, String file) {
    List<Integer> found = indicesOf(header, trimmed(name));
    List<Integer> candidates =
        found.isEmpty() ? indicesOf(normalised, ColumnAliases.normalised(name)) : found;
    if (candidates.isEmpty()) {
      problem(Reason.of("csv.file_unknown_column")
          .withValue("file", file)
          .withValue("name", name)
          .withValue("columns", quoted(header)));
    }
    map(column, candidates, file);
  }

  private void mapByAlias(CsvColumn column, String file) {
    for (List<String> group : ColumnAliases.groups(column)) {
      List<Integer> candidates = IntStream.range(0, header.size())
          .filter(i -> group.contains(normalised.get(i)) && !indices.containsValue(i))
          .boxed()
          .toList();
      if (!candidates.isEmpty()) {
        map(column, candidates, file);
        return;
      }
    }
  }

  private void map(CsvColumn column, List<Integer> candidates, String file) {
    if (candidates.size() > 1 && !HARMLESS.contains(column)) {
      problem(Reason.of("csv.file_ambiguous_column")
          .withValue("file", file)
          .withValue("column", column.toString())
          .withValue("columns", quoted(candidates.stream().map(header::get).toList())));
    } else if (!candidates.isEmpty()) {
      indices.put(column, candidates.get(0));
      known[column.slot()] = true;
    }
  }

  private void requireMandatory(String file) {
    List<String> missing = new ArrayList<>();
    for (CsvColumn column : List.of(CsvColumn.CUSTOMER, CsvColumn.DATE)) {
      if (!has(column)) {
        missing.add(column.toString());
      }
    }
    if (!has(CsvColumn.AMOUNT) && !(has(CsvColumn.QUANTITY) && has(CsvColumn.UNIT_PRICE))) {
      missing.add("amount (or quantity with unit_price)");
    }
    if (!missing.isEmpty()) {
      problem(Reason.of("csv.file_missing_columns")
          .withValue("file", file)
          .withValue("missing", String.join(", ", missing))
          .withValue("columns", quoted(header)));
    }
  }

  /** Keeps the first problem. */
  private void problem(Reason reason) {
    problem = problem == null ? reason : problem;
  }

  private static List<Integer> indicesOf(List<String> names, String name) {
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).equals(name))
        .boxed()
        .toList();
  }

  private static String trimmed(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && Cells.isBlank(name.charAt(start))) {
      start++;
    }
    while (start < end && Cells.isBlank(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static String quoted(List<String> names) {
    String all = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return all.length() <= MAX_NAMES ? all : all.substring(0, MAX_NAMES) + "…";
  }
}
