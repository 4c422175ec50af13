package io.headlesscrm.core.evidence;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.time.ObservationWindow;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a result comes from: enough to repeat it.
 *
 * @param method such as {@code rfm} or {@code bg-nbd}
 * @param parameters what was asked for, by name, as text; sorted by name
 * @param window the days that were looked at
 * @param customers how many customers the method saw, at least 0
 * @param libraryVersion the version of this library
 */
public record Provenance(
    String method,
    SortedMap<String, String> parameters,
    ObservationWindow window,
    int customers,
    String libraryVersion) {

  public Provenance {
    requireNonNull(method, "method");
    requireNonNull(window, "window");
    requireNonNull(libraryVersion, "libraryVersion");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    if (customers < 0) {
      throw new IllegalArgumentException("customers is " + customers + ", it must be at least 0");
    }
  }

  /**
   * The provenance of a result that this version of the library made.
   *
   * @param method such as {@code rfm}
   * @param parameters what was asked for
   * @param window the days that were looked at
   * @param customers how many customers the method saw
   * @return the provenance
   */
  public static Provenance of(
      String method, Map<String, String> parameters, ObservationWindow window, int customers) {
    return new Provenance(
        method, new TreeMap<>(parameters), window, customers, LibraryVersion.VERSION);
  }

  /** One line, such as {@code rfm{bins=5} on 4338 customers in [2010-12-01, 2011-12-10), headless-crm 0.1.0}. */
  @Override
  public String toString() {
    return method + parameters + " on " + customers + " customers in " + window + ", headless-crm "
        + libraryVersion;
  }
}
