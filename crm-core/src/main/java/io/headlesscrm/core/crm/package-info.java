/**
 * The facade that a host starts from, and the views that cross rooms: the answer at the counter, the profile, the
 * timeline.
 *
 * <p>Start at {@link io.headlesscrm.core.crm.Crm}. May depend on every room of the core; none depends on it.
 */
package io.headlesscrm.core.crm;
