package io.headlesscrm.core.crm;

import io.headlesscrm.core.storage.AppendOutcome;
import java.util.List;

/** Facts with ids of the library's own making, which nothing else may have taken. */
final class Appended {

  private Appended() {}

  static void require(List<AppendOutcome> outcomes, String type, String id) {
    if (outcomes.contains(AppendOutcome.CONFLICT)) {
      throw new IllegalStateException("another " + type + " has the id " + id
          + ", which the library gives. Maybe the host wrote facts with ids of this form itself?");
    }
  }
}
