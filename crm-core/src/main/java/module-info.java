/** The customer record, purchases and the facts that all departments of a company share. */
@SuppressWarnings("module") // the two friends of the internal package are compiled later
@org.jspecify.annotations.NullMarked
module io.headlesscrm.core {
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires tools.jackson.databind;

  exports io.headlesscrm.core.chart;
  exports io.headlesscrm.core.crm;
  exports io.headlesscrm.core.customer;
  exports io.headlesscrm.core.customer.development;
  exports io.headlesscrm.core.customer.identity;
  exports io.headlesscrm.core.customer.ownership;
  exports io.headlesscrm.core.customer.privacy;
  exports io.headlesscrm.core.customer.quality;
  exports io.headlesscrm.core.customer.stage;
  exports io.headlesscrm.core.customer.standing;
  exports io.headlesscrm.core.evidence;
  exports io.headlesscrm.core.id;
  exports io.headlesscrm.core.internal.math to
      io.headlesscrm.churn,
      io.headlesscrm.segmentation;
  exports io.headlesscrm.core.json;
  exports io.headlesscrm.core.money;
  exports io.headlesscrm.core.name;
  exports io.headlesscrm.core.purchase;
  exports io.headlesscrm.core.purchase.behaviour;
  exports io.headlesscrm.core.purchase.csv;
  exports io.headlesscrm.core.purchase.recognition;
  exports io.headlesscrm.core.sales.campaign;
  exports io.headlesscrm.core.purchase.retention;
  exports io.headlesscrm.core.service.care;
  exports io.headlesscrm.core.service.interaction;
  exports io.headlesscrm.core.storage;
  exports io.headlesscrm.core.storage.memory;
  exports io.headlesscrm.core.storage.tck;
  exports io.headlesscrm.core.time;
}
