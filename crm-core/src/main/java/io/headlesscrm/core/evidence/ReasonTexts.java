package io.headlesscrm.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a reason and fills in its values: {@code {days}} as it is (thousands separated, a decimal with
 * the decimals that it has, a double with at most two), {@code {share,percent}} as 12.3%, {@code {ratio,0.000}} in a given {@link DecimalFormat} pattern,
 * {@code {days,plural,day,days}} one of two words.
 *
 * <p>The resources lie under META-INF, which the module system does not encapsulate, so that core can read the texts
 * of the modules above it without knowing them.
 */
final class ReasonTexts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:,([^}]*))?}");
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final ConcurrentMap<String, Properties> LOADED = new ConcurrentHashMap<>();

  private ReasonTexts() {}

  static String render(Reason reason, Locale locale) {
    String language = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
    String pattern = pattern(reason.key(), language);
    if (pattern == null) {
      return reason.key() + reason.values();
    }
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(match ->
            Matcher.quoteReplacement(fill(reason, match.group(1), match.group(2), locale)));
  }

  private static @Nullable String pattern(String key, String language) {
    String prefix = key.substring(0, key.indexOf('.'));
    return LOADED.computeIfAbsent(prefix + "_" + language, ReasonTexts::load).getProperty(key);
  }

  private static Properties load(String name) {
    Properties texts = new Properties();
    String resource = "META-INF/headlesscrm/reasons/" + name + ".properties";
    try (InputStream in = open(resource)) {
      if (in != null) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static @Nullable InputStream open(String resource) {
    ClassLoader loader = ReasonTexts.class.getClassLoader();
    return loader == null ? null : loader.getResourceAsStream(resource);
  }

  private static String fill(Reason reason, String name, @Nullable String style, Locale locale) {
    Object value = reason.values().get(name);
    if (value == null) {
      return "{" + name + "}";
    }
    if (value instanceof Reason inner) {
      return inner.text(locale);
    }
    if (!(value instanceof Number number)) {
      return value.toString();
    }
    return style == null ? plain(number) : styled(number, style);
  }

  private static String plain(Number number) {
    if (number instanceof BigDecimal decimal) {
      int decimals = Math.max(0, decimal.scale());
      return format(decimal, decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
    }
    return format(number, "#,##0.##");
  }

  private static String styled(Number number, String style) {
    if (style.startsWith("plural,")) {
      String[] forms = style.split(",", -1);
      return number.doubleValue() == 1 ? forms[1] : forms[2];
    }
    return style.equals("percent") ? format(number, "#,##0.0%") : format(number, style);
  }

  private static String format(Number number, String pattern) {
    double value = number.doubleValue();
    if (!(number instanceof BigDecimal) && !Double.isFinite(value)) {
      return Double.toString(value);
    }
    DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(number);
  }
}
