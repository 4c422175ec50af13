package io.headlesscrm.core.customer.identity;

import static io.headlesscrm.core.customer.identity.MadeUpWords.any;
import static io.headlesscrm.core.customer.identity.MadeUpWords.skewed;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A made-up base of companies in which one record of twenty is a company typed in a second time, and one of eleven is a
 * near miss: a branch, a sister, a namesake elsewhere, a successor at the same desk.
 *
 * <p>All shares were fixed before any search was run on it.
 *
 * @param customers in no particular order
 * @param entities which company in truth, by customer
 */
record MadeUpBase(List<Customer> customers, Map<CustomerId, Integer> entities) {

  private static final double DUPLICATES = 0.05;
  private static final double BRANCHES = 0.03;
  private static final double SISTERS = 0.03;
  private static final double NAMESAKES = 0.02;
  private static final double SUCCESSORS = 0.01;
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** A base of so many records. */
  static MadeUpBase of(int size, long seed) {
    return new Making(size, new Random(seed)).made();
  }

  /** Pairs of records that are one company. */
  long truePairs() {
    Map<Integer, Long> sizes = new HashMap<>();
    entities.values().forEach(entity -> sizes.merge(entity, 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  boolean isTrue(DuplicatePair pair) {
    return entities.get(pair.first()).equals(entities.get(pair.second()));
  }

  private static final class Making {

    private final int size;
    private final Random random;
    private final Mistakes mistakes;
    private final List<MadeUpCompany> records = new ArrayList<>();
    private final List<Integer> truths = new ArrayList<>();
    private final List<String> sharedPhones = new ArrayList<>();
    private final List<String> towers = new ArrayList<>();
    private int entities;

    Making(int size, Random random) {
      this.size = size;
      this.random = random;
      this.mistakes = new Mistakes(random);
      for (int i = 0; i < Math.max(1, size / 1000); i++) {
        sharedPhones.add(phone());
        towers.add(skewed(MadeUpWords.ROADS, 1.5, random) + "路" + (1 + random.nextInt(300)) + "号");
      }
    }

    MadeUpBase made() {
      int originals = (int) (size * (1 - DUPLICATES - BRANCHES - SISTERS - NAMESAKES - SUCCESSORS));
      for (int i = 0; i < originals; i++) {
        add(company(), entities++);
      }
      for (int i = 0; i < size * BRANCHES; i++) {
        add(branch(original(originals)), entities++);
      }
      for (int i = 0; i < size * SISTERS; i++) {
        add(sister(original(originals)), entities++);
      }
      for (int i = 0; i < size * NAMESAKES; i++) {
        add(namesake(original(originals)), entities++);
      }
      for (int i = 0; i < size * SUCCESSORS; i++) {
        add(successor(original(originals)), entities++);
      }
      int distinct = records.size();
      while (records.size() < size) {
        int copied = random.nextInt(distinct);
        add(mistakes.retyped(records.get(copied)), truths.get(copied));
      }
      return finished();
    }

    private MadeUpBase finished() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      List<Customer> customers = new ArrayList<>();
      Map<CustomerId, Integer> entityOf = new HashMap<>();
      for (int i = 0; i < order.size(); i++) {
        CustomerId id = CustomerId.of("C" + (1_000_000 + i));
        customers.add(records.get(order.get(i)).toCustomer(id));
        entityOf.put(id, truths.get(order.get(i)));
      }
      return new MadeUpBase(customers, entityOf);
    }

    private void add(MadeUpCompany company, int entity) {
      records.add(company);
      truths.add(entity);
    }

    private MadeUpCompany original(int originals) {
      return records.get(random.nextInt(originals));
    }

    private MadeUpCompany company() {
      double kind = random.nextDouble();
      if (kind < 0.05) {
        return person();
      }
      boolean chinese = kind < 0.80;
      boolean english = kind >= 0.70;
      int city = cityIndex();
      MadeUpCompany company = new MadeUpCompany(
          false, "", "", "", "", "", "", phoneOrShared(), email(), "", "", "", "", "");
      if (chinese) {
        company = company
            .withName(region(city), stem(), skewed(MadeUpWords.INDUSTRIES, 2, random), form())
            .withCode(chance(0.5) ? code() : "");
      }
      if (english) {
        company = company.withEnglish(english(city), englishForm());
      }
      return placed(company, city);
    }

    private MadeUpCompany person() {
      String name = skewed(MadeUpWords.FAMILY_NAMES, 1.5, random)
          + any(MadeUpWords.CHARACTERS, random)
          + (chance(0.7) ? any(MadeUpWords.CHARACTERS, random) : "");
      MadeUpCompany person =
          new MadeUpCompany(true, "", name, "", "", "", "", phone(), email(), "", "", "", "", "");
      return placed(person, cityIndex());
    }

    private MadeUpCompany placed(MadeUpCompany company, int city) {
      if (chance(0.2)) {
        return company;
      }
      if (!company.chinese()) {
        String street = (1 + random.nextInt(300)) + " "
            + skewed(MadeUpWords.ENGLISH_ROADS, 1.5, random) + (chance(0.5) ? " Road" : " Street");
        return company.withPlace(MadeUpWords.PINYIN_CITIES.get(city), "", street, "");
      }
      String street = chance(0.1)
          ? any(towers, random)
          : skewed(MadeUpWords.ROADS, 1.5, random) + "路" + (1 + random.nextInt(300)) + "号";
      String floor = chance(0.5) ? (1 + random.nextInt(30)) + "楼" : "";
      return company.withPlace(
          MadeUpWords.CITIES.get(city), any(MadeUpWords.DISTRICTS, random), street, floor);
    }

    /** Of the same company in another city, half of them with the hotline of the whole. */
    private MadeUpCompany branch(MadeUpCompany parent) {
      int city = cityIndex();
      String phone = chance(0.5) ? parent.phone() : phone();
      MadeUpCompany branch = parent.person()
          ? company()
          : parent.chinese()
              ? parent.withName(
                  parent.region(),
                  parent.stem(),
                  parent.industry(),
                  parent.form() + MadeUpWords.CITIES.get(city) + "分公司")
              : parent.withEnglish(
                  parent.english(),
                  parent.englishForm() + " " + MadeUpWords.PINYIN_CITIES.get(city) + " Branch");
      return placed(branch.withContact(phone, parent.email()).withPlace("", "", "", ""), city)
          .withCode(branch.code().isEmpty() ? "" : code());
    }

    /** Of the same owner in another trade at the same street, a third of them with the same phone. */
    private MadeUpCompany sister(MadeUpCompany one) {
      String phone = chance(0.3) ? one.phone() : phone();
      MadeUpCompany sister = one.chinese() && !one.person()
          ? one.withName(one.region(), one.stem(), otherIndustry(one.industry()), one.form())
          : one.withEnglish(english(cityIndex()), one.englishForm());
      if (one.person()) {
        sister = one.withName("", person().stem(), "", "");
      } else if (one.chinese()) {
        sister = sister.withEnglish("", "");
      }
      return sister.withContact(phone, email()).withCode(one.code().isEmpty() ? "" : code());
    }

    /** Has the same name in another city and nothing else to do with it. */
    private MadeUpCompany namesake(MadeUpCompany one) {
      int city = cityIndex();
      MadeUpCompany namesake = one.chinese() && !one.person()
          ? one.withName(region(city), one.stem(), one.industry(), form())
          : one;
      return placed(
          namesake
              .withContact(phone(), email())
              .withPlace("", "", "", "")
              .withCode(one.code().isEmpty() ? "" : code()),
          city);
    }

    /** Sits where the other one sat, with its phone, under another name. */
    private MadeUpCompany successor(MadeUpCompany one) {
      MadeUpCompany other = one.person() ? person() : company();
      return other
          .withContact(one.phone(), other.email())
          .withPlace(one.city(), one.district(), one.street(), one.floor());
    }

    private String otherIndustry(String industry) {
      String other = skewed(MadeUpWords.INDUSTRIES, 2, random);
      return other.equals(industry) ? otherIndustry(industry) : other;
    }

    private int cityIndex() {
      return (int) (MadeUpWords.CITIES.size() * Math.pow(random.nextDouble(), 2));
    }

    private String region(int city) {
      return chance(0.85) ? MadeUpWords.CITIES.get(city) + (chance(0.6) ? "市" : "") : "";
    }

    private String stem() {
      int length = chance(0.75) ? 2 : chance(0.7) ? 3 : 4;
      StringBuilder stem = new StringBuilder();
      for (int i = 0; i < length; i++) {
        stem.append(skewed(MadeUpWords.CHARACTERS, 1.5, random));
      }
      return stem.toString();
    }

    private String form() {
      double form = random.nextDouble();
      return form < 0.85 ? "有限公司" : form < 0.93 ? "有限责任公司" : form < 0.97 ? "股份有限公司" : "集团有限公司";
    }

    private String english(int city) {
      String industry = skewed(MadeUpWords.ENGLISH_INDUSTRIES, 2, random).replace('|', ' ');
      String name = chance(0.5)
          ? pinyin()
          : skewed(MadeUpWords.TELLING, 1.5, random)
              + (chance(0.5) ? " " + skewed(MadeUpWords.TELLING, 1.5, random) : "");
      return (chance(0.4) ? MadeUpWords.PINYIN_CITIES.get(city) + " " : "") + name + " " + industry;
    }

    private String pinyin() {
      String word = any(MadeUpWords.SYLLABLES, random) + any(MadeUpWords.SYLLABLES, random);
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String englishForm() {
      double form = random.nextDouble();
      return form < 0.6 ? "Co., Ltd." : form < 0.8 ? "Limited" : form < 0.9 ? "Inc." : "GmbH";
    }

    private String phoneOrShared() {
      return chance(0.03) ? any(sharedPhones, random) : chance(0.9) ? phone() : "";
    }

    private String phone() {
      return (chance(0.6) ? "1" + (3 + random.nextInt(7)) : "0755-8") + digits(chance(0.6) ? 9 : 7);
    }

    private String digits(int count) {
      StringBuilder digits = new StringBuilder();
      for (int i = 0; i < count; i++) {
        digits.append(random.nextInt(10));
      }
      return digits.toString();
    }

    private String email() {
      return chance(0.6) ? "info@" + pinyin().toLowerCase(Locale.ROOT) + digits(3) + ".com" : "";
    }

    private String code() {
      StringBuilder code = new StringBuilder("91" + (110000 + random.nextInt(500000)));
      while (code.length() < 17) {
        code.append(CODE_ALPHABET.charAt(random.nextInt(CODE_ALPHABET.length())));
      }
      int sum = 0;
      for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
        sum += CODE_ALPHABET.indexOf(code.charAt(i)) * weight;
      }
      return code.append(CODE_ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    private boolean chance(double probability) {
      return random.nextDouble() < probability;
    }
  }
}
