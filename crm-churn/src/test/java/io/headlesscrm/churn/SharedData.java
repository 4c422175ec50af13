package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Data and oracles that lie outside the project, in the folder that the system property {@code crm.data} or the
 * environment variable {@code CRM_DATA} names. Without it tests are skipped, unless {@code crm.data.required} is true.
 */
public final class SharedData {

  private SharedData() {}

  public static List<String> lines(String name) {
    try {
      return Files.readAllLines(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonDocument json(String name) {
    return JsonDocument.parse(String.join("\n", lines(name)));
  }

  /** The CDNOW sample, 39 weeks, its times multiplied. */
  public static PurchaseHistogram cdnow(TimeScale unit, double unitsPerWeek) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(unit);
    lines("data/cdnow/cdnow_summary_39_weeks.csv").stream().skip(1).forEach(line -> {
      String[] cells = line.split(",", -1);
      builder.add(
          Integer.parseInt(cells[1]),
          Double.parseDouble(cells[2]) * unitsPerWeek,
          Double.parseDouble(cells[3]) * unitsPerWeek);
    });
    return builder.build();
  }

  private static Path path(String name) {
    String folder = System.getProperty("crm.data", System.getenv("CRM_DATA"));
    boolean required = Boolean.getBoolean("crm.data.required");
    if (folder == null) {
      return missing("neither crm.data nor CRM_DATA says where " + name + " is", required);
    }
    Path path = Path.of(folder, name);
    return Files.isReadable(path) ? path : missing(path + " cannot be read", required);
  }

  private static Path missing(String why, boolean required) {
    return required ? fail(why) : abort(why);
  }
}
