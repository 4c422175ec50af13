/**
 * What a host supplies: stores for what changes, logs for what is only appended, and one unit of work over both.
 *
 * <p>Start at {@link io.headlesscrm.core.storage.CrmStorage}. A {@link io.headlesscrm.core.storage.RecordType} or {@link
 * io.headlesscrm.core.storage.FactType} says once how a type is named, identified, indexed, written as a document, whose
 * customer it belongs to, who is assigned, what is personal in it and how it reads on the timeline; everything that walks
 * over all types (merge, hand-over, export, erasure, timeline) needs no more than that.
 *
 * <p>The library never begins, commits or rolls back a host's transaction, and calls no port on another thread than the
 * caller's. Depends on {@code id}, {@code evidence} and the documents of {@code json}; knows no feature.
 */
package io.headlesscrm.core.storage;
