package io.headlesscrm.core.customer.identity;

/**
 * What may speak for or against two records being one customer, and by how many bits it speaks against their being
 * affiliates: branches, sisters, members of a family, who share names, phones and streets without being one.
 */
enum Clue {
  NUMBER_EQUAL("identity.number-equal", 12),
  NUMBER_SIMILAR("identity.number-similar", 8),
  NUMBER_DIFFERS("identity.number-differs", -20),
  NAME_EQUAL("identity.name-equal", 5),
  NAME_SIMILAR("identity.name-similar", 3),
  PERSON_SIMILAR("identity.person-similar", -3),
  NAME_DIFFERS("identity.name-differs", -4),
  TRADE_ABBREVIATED("identity.trade-abbreviated", -2),
  TRADE_DIFFERS("identity.trade-differs", -10),
  LEGAL_FORM_DIFFERS("identity.legal-form-differs", -2),
  REGION_EQUAL("identity.region-equal", 1),
  REGION_DIFFERS("identity.region-differs", -5),
  BRANCH_DIFFERS("identity.branch-differs", -14),
  CONTACT_EQUAL("identity.contact-equal", 1),
  CONTACT_SIMILAR("identity.contact-similar", 0),
  CONTACT_DIFFERS("identity.contact-differs", -1.5),
  STREET_EQUAL("identity.street-equal", 1),
  STREET_DIFFERS("identity.street-differs", -1),
  CITY_DIFFERS("identity.city-differs", -2),
  KIND_DIFFERS("identity.kind-differs", -4),
  RELATED("identity.related", -30);

  private final String key;
  private final double againstAffiliates;

  Clue(String key, double againstAffiliates) {
    this.key = key;
    this.againstAffiliates = againstAffiliates;
  }

  String key() {
    return key;
  }

  double againstAffiliates() {
    return againstAffiliates;
  }
}
