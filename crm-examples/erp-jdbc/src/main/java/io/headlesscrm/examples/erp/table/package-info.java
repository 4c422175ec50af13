/**
 * The storage port by plain JDBC, on H2 and PostgreSQL: any type of records and facts in the same few tables.
 *
 * <p>Start at {@link io.headlesscrm.examples.erp.table.JdbcStorage}. The tables are those of {@link
 * io.headlesscrm.examples.erp.schema.CrmSchema}, the transactions those of {@link
 * io.headlesscrm.examples.erp.unit.JdbcUnits}.
 */
@NullMarked
package io.headlesscrm.examples.erp.table;

import org.jspecify.annotations.NullMarked;
