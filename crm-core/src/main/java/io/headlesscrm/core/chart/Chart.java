package io.headlesscrm.core.chart;

import io.headlesscrm.core.json.JsonDocument;
import java.util.Locale;

/**
 * A chart: typed data, which the implementation has, and a specification that any Vega-Lite 6 renderer draws. The
 * specification holds its data and loads nothing.
 */
public interface Chart {

  /**
   * The chart as Vega-Lite.
   *
   * @param locale Chinese gives Chinese titles and names, every other one English
   * @return a complete specification
   */
  JsonDocument toVegaLite(Locale locale);
}
