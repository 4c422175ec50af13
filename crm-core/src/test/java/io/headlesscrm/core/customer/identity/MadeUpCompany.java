package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.id.CustomerId;

/** One made-up company or person as somebody typed it in; an empty text is a field left out. */
record MadeUpCompany(
    boolean person,
    String region,
    String stem,
    String industry,
    String form,
    String english,
    String englishForm,
    String phone,
    String email,
    String city,
    String district,
    String street,
    String floor,
    String code) {

  boolean chinese() {
    return !stem.isEmpty();
  }

  MadeUpCompany withName(String newRegion, String newStem, String newIndustry, String newForm) {
    return new MadeUpCompany(
        person,
        newRegion,
        newStem,
        newIndustry,
        newForm,
        english,
        englishForm,
        phone,
        email,
        city,
        district,
        street,
        floor,
        code);
  }

  MadeUpCompany withEnglish(String newEnglish, String newForm) {
    return new MadeUpCompany(
        person,
        region,
        stem,
        industry,
        form,
        newEnglish,
        newForm,
        phone,
        email,
        city,
        district,
        street,
        floor,
        code);
  }

  MadeUpCompany withContact(String newPhone, String newEmail) {
    return new MadeUpCompany(
        person,
        region,
        stem,
        industry,
        form,
        english,
        englishForm,
        newPhone,
        newEmail,
        city,
        district,
        street,
        floor,
        code);
  }

  MadeUpCompany withPlace(String newCity, String newDistrict, String newStreet, String newFloor) {
    return new MadeUpCompany(
        person,
        region,
        stem,
        industry,
        form,
        english,
        englishForm,
        phone,
        email,
        newCity,
        newDistrict,
        newStreet,
        newFloor,
        code);
  }

  MadeUpCompany withCode(String newCode) {
    return new MadeUpCompany(
        person,
        region,
        stem,
        industry,
        form,
        english,
        englishForm,
        phone,
        email,
        city,
        district,
        street,
        floor,
        newCode);
  }

  String chineseName() {
    return region + stem + industry + form;
  }

  String englishName() {
    return (english + " " + englishForm).strip();
  }

  Customer toCustomer(CustomerId id) {
    String first = chinese() ? chineseName() : englishName();
    CustomerBuilder builder =
        person ? Customer.person(id, first) : Customer.organisation(id, first);
    if (chinese() && !english.isEmpty()) {
      builder.name(NameKind.LOCAL_SCRIPT, englishName());
    }
    if (!phone.isEmpty()) {
      builder.contactPoint(ContactPoint.of(ContactChannel.PHONE, phone));
    }
    if (!email.isEmpty()) {
      builder.contactPoint(ContactPoint.of(ContactChannel.EMAIL, email));
    }
    if (!street.isEmpty()) {
      builder.address(
          new Address(district + street + floor, city.isEmpty() ? null : city, null, null, null));
    }
    if (!code.isEmpty()) {
      builder.externalId(ExternalId.of(ExternalId.USCC, code));
    }
    return builder.build();
  }
}
