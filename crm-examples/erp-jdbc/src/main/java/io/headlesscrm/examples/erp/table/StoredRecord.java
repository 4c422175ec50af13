package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Versioned;

/**
 * A record as its row says.
 *
 * @param <A> the type of the records
 * @param versioned the record and its version
 * @param isIndexed whether what it is found by was computed from this very record; if not, it is not known
 */
record StoredRecord<A>(Versioned<A> versioned, boolean isIndexed) {}
