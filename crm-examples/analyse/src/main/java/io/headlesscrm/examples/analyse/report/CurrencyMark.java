package io.headlesscrm.examples.analyse.report;

import java.util.Map;

/**
 * How a currency is written before an amount.
 *
 * @param prefix symbol, or code and a space; empty where the currency is not known
 * @param decimals decimals of a small amount
 */
record CurrencyMark(String prefix, int decimals) {
  private static final Map<String, String> EVERYWHERE =
      Map.of("GBP", "£", "EUR", "€", "HKD", "HK$", "TWD", "NT$", "INR", "₹", "KRW", "₩");
  private static final Map<String, String> IN_ENGLISH =
      Map.of("USD", "$", "CNY", "CN¥", "JPY", "¥");
  private static final Map<String, String> IN_CHINESE =
      Map.of("USD", "US$", "CNY", "¥", "JPY", "JP¥");

  static CurrencyMark of(String code, Language language) {
    return new CurrencyMark(prefix(code, language), code.matches("JPY|KRW|VND") ? 0 : 2);
  }

  private static String prefix(String code, Language language) {
    if (code.isEmpty()) {
      return "";
    }
    Map<String, String> local = language == Language.CHINESE ? IN_CHINESE : IN_ENGLISH;
    String anywhere = EVERYWHERE.getOrDefault(code, code + "\u00A0");
    return local.getOrDefault(code, anywhere);
  }
}
