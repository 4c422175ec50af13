package io.headlesscrm.examples.erp.table;

/** The table of records or facts in a query, where it is called r. */
interface RowSource {

  /** All rows of the type. */
  Listing all();

  /** Looks up the row of an id; what is joined before stays on the left. */
  Listing joined(Listing listing, String alias);

  /** The rows of a type in a table that holds many. */
  record Typed(String type, Tables tables) implements RowSource {

    @Override
    public Listing all() {
      return new Listing()
          .from(Sql.of(tables.rows() + " r"))
          .where(Sql.of("r.type = ?", type))
          .alongIndex("r.type")
          .by(tables.place("r"));
    }

    @Override
    public Listing joined(Listing listing, String alias) {
      return listing.from(Sql.of(
          " LEFT JOIN " + tables.rows() + " r ON r.type = ? AND r.id = " + alias + ".id", type));
    }
  }
}
