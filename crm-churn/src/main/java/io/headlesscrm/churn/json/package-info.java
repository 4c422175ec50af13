/**
 * Models as JSON documents. Entry type {@link io.headlesscrm.churn.json.ChurnJson}. Depends on the models, which do not
 * depend on it, and on the documents of core.
 */
package io.headlesscrm.churn.json;
