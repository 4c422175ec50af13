package io.headlesscrm.core.purchase;

/** What somebody is to a shipment or order besides, or instead of, being the one who pays. */
public enum PartyRole {
  /** Sends the goods. */
  SHIPPER,
  /** Receives the goods: the customer's own customer. */
  CONSIGNEE,
  /** Is told when the goods arrive. */
  NOTIFY_PARTY,
  /** Arranges the transport. */
  FORWARDER,
  /** Acts for one of the others. */
  AGENT,
  /** Carries the goods. */
  CARRIER
}
