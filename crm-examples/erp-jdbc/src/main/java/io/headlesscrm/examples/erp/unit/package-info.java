/**
 * Units of work over a host's JDBC transactions.
 *
 * <p>Start at {@link io.headlesscrm.examples.erp.unit.DataSourceUnits} where the library may open transactions of its own,
 * at {@link io.headlesscrm.examples.erp.unit.ConnectionUnits} where the host holds the connection. A host with a
 * transaction manager writes a third one, some sixty lines: {@code SpringUnits} among the tests shows how.
 */
@NullMarked
package io.headlesscrm.examples.erp.unit;

import org.jspecify.annotations.NullMarked;
