/**
 * The tables that hold what the host has no tables for, with their versions. Start at {@link
 * io.headlesscrm.examples.erp.schema.CrmSchema}.
 */
@NullMarked
package io.headlesscrm.examples.erp.schema;

import org.jspecify.annotations.NullMarked;
