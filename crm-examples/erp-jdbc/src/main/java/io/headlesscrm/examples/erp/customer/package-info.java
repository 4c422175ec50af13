/**
 * The ERP's own table of customers, which answers the type of the library's customer records. Start at {@link
 * io.headlesscrm.examples.erp.customer.ErpCustomerTable}; a host copies it and names its own columns.
 */
package io.headlesscrm.examples.erp.customer;
