/** Exact amounts of money and the exchange rates that convert them. Depends on the JDK alone. */
package io.headlesscrm.core.money;
