/**
 * JSON at the edge: documents that say where a value is wrong. The only package that knows Jackson.
 *
 * <p>Start at {@link io.headlesscrm.core.json.JsonDocument}. How a fact is written stands beside the fact. Depends on
 * {@code money}.
 */
package io.headlesscrm.core.json;
