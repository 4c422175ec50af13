/**
 * Names as they are compared, not as they are shown: of companies, persons and streets, in any script, apart from what
 * writers leave out, add or write otherwise.
 *
 * <p>Start at {@link io.headlesscrm.core.name.CompanyName}. A leaf: depends on the JDK alone.
 */
package io.headlesscrm.core.name;
