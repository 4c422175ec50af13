package io.headlesscrm.core.customer.identity;

import static io.headlesscrm.core.customer.identity.MadeUpWords.any;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What happens when a company is typed in a second time. All shares were fixed before any search was run. */
final class Mistakes {

  private static final Map<Character, Character> TRADITIONAL = traditional();

  private final Random random;

  Mistakes(Random random) {
    this.random = random;
  }

  /** One to three mistakes; the register's code is known the second time in three cases of ten only. */
  MadeUpCompany retyped(MadeUpCompany company) {
    MadeUpCompany copy = chance(0.7) ? company.withCode("") : company;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      copy = mistaken(copy);
    }
    return copy;
  }

  private MadeUpCompany mistaken(MadeUpCompany c) {
    return switch (random.nextInt(12)) {
      case 0, 1 ->
        c.chinese()
            ? c.withName(c.region(), typed(c.stem()), c.industry(), c.form())
            : c.withEnglish(typed(c.english()), c.englishForm());
      case 2, 3 ->
        c.withName(c.region(), c.stem(), c.industry(), c.person() ? "" : otherForm(c.form()))
            .withEnglish(c.english(), otherEnglishForm(c.englishForm()));
      case 4 ->
        c.withName(wide(c.region()), wide(c.stem()), c.industry(), c.form())
            .withEnglish(wide(c.english()), c.englishForm().toUpperCase(Locale.ROOT));
      case 5 ->
        c.withName(
            traditional(c.region()),
            traditional(c.stem()),
            traditional(c.industry()),
            traditional(c.form()));
      case 6 ->
        c.chinese()
            ? c.withName("", c.stem(), c.industry(), withRegion(c))
            : c.withEnglish(turned(c.english()), c.englishForm());
      case 7 -> c.withName(c.region(), c.stem(), shortened(c.industry()), c.form());
      case 8 -> c.withContact(swapped(c.phone()), c.email());
      case 9 ->
        c.withContact(
            chance(0.5) ? "" : "138" + (10_000_000 + random.nextInt(89_999_999)), c.email());
      case 10 ->
        chance(0.5) ? c.withContact(c.phone(), "") : c.withPlace(c.city(), "", c.street(), "");
      default -> chance(0.7) ? c.withPlace("", "", "", "") : moved(c);
    };
  }

  /** The region left out or in brackets behind the name. */
  private String withRegion(MadeUpCompany c) {
    return c.region().isEmpty() || chance(0.5) ? c.form() : "（" + c.region() + "）" + c.form();
  }

  private MadeUpCompany moved(MadeUpCompany c) {
    String street = any(MadeUpWords.ROADS, random) + "路" + (1 + random.nextInt(300)) + "号";
    return c.withPlace(c.city(), c.district(), street, "");
  }

  private String typed(String text) {
    int at = random.nextInt(text.length());
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    String here = text.substring(at, at + 1);
    if (chance(0.5)) {
      return before + confused(here) + after;
    }
    return switch (random.nextInt(3)) {
      case 0 -> text.length() > 2 ? before + after : text;
      case 1 -> before + here + here + after;
      default -> after.isEmpty() ? text : before + after.charAt(0) + here + after.substring(1);
    };
  }

  private String confused(String character) {
    if (character.charAt(0) < 0x80) {
      return Character.toString('a' + random.nextInt(26));
    }
    return MadeUpWords.HOMOPHONES.stream()
        .filter(pair -> pair.contains(character))
        .map(pair -> pair.replace(character, "").strip())
        .findFirst()
        .orElseGet(() -> any(MadeUpWords.CHARACTERS, random));
  }

  private String otherForm(String form) {
    return switch (random.nextInt(3)) {
      case 0 -> form.endsWith("公司") && !form.contains("分公司") ? "" : form;
      case 1 -> form.replaceFirst("有限责任公司|有限公司", "公司");
      default ->
        form.contains("责任") ? form.replace("责任", "") : form.replaceFirst("^有限公司", "有限责任公司");
    };
  }

  private String otherEnglishForm(String form) {
    if (form.contains("Branch")) {
      return form;
    }
    return switch (form) {
      case "Co., Ltd." -> any(List.of("Co Ltd", "Co.,Ltd", "Ltd", "Company Limited", ""), random);
      case "Limited" -> any(List.of("Ltd.", "Ltd", ""), random);
      case "Inc." -> any(List.of("Inc", "Incorporated", ""), random);
      default -> "";
    };
  }

  private String turned(String words) {
    String[] parts = words.split(" ");
    return parts.length < 2
        ? words
        : parts[parts.length - 1] + " " + String.join(" ", Arrays.copyOf(parts, parts.length - 1));
  }

  private static String shortened(String industry) {
    return MadeUpWords.SHORT_INDUSTRIES.stream()
        .map(pair -> pair.split(">"))
        .filter(pair -> pair[0].equals(industry))
        .map(pair -> pair[1])
        .findFirst()
        .orElse(industry);
  }

  private String swapped(String phone) {
    if (phone.length() < 8) {
      return phone;
    }
    int at = phone.length() - 2 - random.nextInt(4);
    return phone.substring(0, at)
        + phone.charAt(at + 1)
        + phone.charAt(at)
        + phone.substring(at + 2);
  }

  private static String wide(String text) {
    return text.chars()
        .mapToObj(
            c -> Character.toString(c == ' ' ? '\u3000' : c > 0x20 && c < 0x7F ? c + 0xFEE0 : c))
        .collect(Collectors.joining());
  }

  private static String traditional(String text) {
    return text.chars()
        .mapToObj(c -> Character.toString(TRADITIONAL.getOrDefault((char) c, (char) c)))
        .collect(Collectors.joining());
  }

  /** The traditional forms of the characters that occur, by hand. */
  private static Map<Character, Character> traditional() {
    String pairs = "华華达達兴興丰豐顺順诚誠龙龍亿億腾騰飞飛扬揚万萬荣榮东東联聯创創远遠锦錦辉輝铭銘涛濤岳嶽波波润潤泽澤兰蘭枫楓鹏鵬鸿鴻鹤鶴凤鳳骏駿驰馳"
        + "宁寧静靜启啟阳陽云雲丽麗莹瑩宝寶贝貝汇匯众眾杰傑优優贸貿电電实實业業进進国國际際货貨运運应應链鏈机機设設备備制製装裝饰飾"
        + "环環医醫疗療车車储儲递遞发發农農术術务務陈陳张張刘劉杨楊赵趙黄黃吴吳孙孫马馬罗羅广廣温溫厦廈岛島苏蘇连連无無郑鄭庆慶济濟长長沈瀋";
    Map<Character, Character> map = new HashMap<>();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      map.put(pairs.charAt(i), pairs.charAt(i + 1));
    }
    return map;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
