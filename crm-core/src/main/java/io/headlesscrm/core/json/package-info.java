/**
 * The edge where facts and frozen models become JSON and come back: versioned documents with clear errors.
 *
 * <p>Start at {@link io.headlesscrm.core.json.CrmJson} for the facts of the core, at {@link
 * io.headlesscrm.core.json.JsonDocument} to write a document of one's own. The only package that knows Jackson.
 */
package io.headlesscrm.core.json;
