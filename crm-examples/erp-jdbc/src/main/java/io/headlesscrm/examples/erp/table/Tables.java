package io.headlesscrm.examples.erp.table;

import java.util.List;

/**
 * The tables of records or of facts.
 *
 * @param rows the records or facts with their documents
 * @param keys what they are found by
 * @param texts where words are looked for
 * @param place the columns that order a list without index; all three tables have them
 */
record Tables(String rows, String keys, String texts, List<String> place) {

  static final Tables RECORDS =
      new Tables("crm_record", "crm_record_key", "crm_record_text", List.of("id"));

  static final Tables FACTS =
      new Tables("crm_fact", "crm_fact_key", "crm_fact_text", List.of("happened_at", "id"));

  /** The columns that order a list, of a table in a query. */
  List<String> place(String alias) {
    return place.stream().map(column -> alias + "." + column).toList();
  }
}
