package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Versioned;

/**
 * A record as its row says.
 *
 * @param <A> the type of the records
 * @param versioned the record and its version
 * @param typeVersion the version of the type that wrote the row and what it is found by
 */
record StoredRecord<A>(Versioned<A> versioned, int typeVersion) {}
