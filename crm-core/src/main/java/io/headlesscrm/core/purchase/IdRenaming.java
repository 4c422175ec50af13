package io.headlesscrm.core.purchase;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Ordinals of new names for ordinals of old ones. Names that no row uses get no ordinal. */
final class IdRenaming {

  private final IdDictionary from;
  private final IdDictionary into;
  private final UnaryOperator<String> names;
  private final int[] renamed;

  IdRenaming(IdDictionary from, IdDictionary into, UnaryOperator<String> names) {
    this.from = from;
    this.into = into;
    this.names = names;
    this.renamed = new int[from.size()];
    Arrays.fill(renamed, Entry.NO_ID);
  }

  int rename(int ordinal) {
    if (ordinal == Entry.NO_ID) {
      return Entry.NO_ID;
    }
    if (renamed[ordinal] == Entry.NO_ID) {
      renamed[ordinal] = into.ordinalOf(newName(from.get(ordinal)));
    }
    return renamed[ordinal];
  }

  private String newName(String name) {
    String newName = names.apply(name);
    if (newName.isBlank()) {
      throw new IllegalArgumentException("the new name of \"" + name + "\" is \"" + newName
          + "\", it must not be blank. Maybe keep the old one?");
    }
    return newName;
  }
}
