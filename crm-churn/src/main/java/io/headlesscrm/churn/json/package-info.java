/**
 * Models as JSON files. The only package of this module that knows Jackson; the models do not know it.
 *
 * <p>Entry type {@link io.headlesscrm.churn.json.ChurnJson}.
 */
package io.headlesscrm.churn.json;
