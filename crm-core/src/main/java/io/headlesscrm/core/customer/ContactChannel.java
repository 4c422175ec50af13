package io.headlesscrm.core.customer;

/** A way to reach somebody. */
public enum ContactChannel {
  /** Voice and text messages. */
  PHONE,
  /** Mail by wire. */
  EMAIL,
  /** A letter. */
  POST,
  /** WeChat, WhatsApp and the like. */
  CHAT,
  /** An account on the company's own site. */
  WEB,
  /** Face to face: a visit, the counter, a conference. */
  PERSON
}
