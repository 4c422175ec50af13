package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded changes of stage, by days since a start. */
final class Changes {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final EnumSet<Stage> PROSPECTS = EnumSet.of(Stage.POTENTIAL, Stage.TARGET);

  private final List<StageChange> changes = new ArrayList<>();

  /** The way of one customer: days and stages in turn, beginning with its entry. */
  Changes way(String customer, Object... daysAndStages) {
    @Nullable Stage from = null;
    boolean buyer = false;
    for (int i = 0; i < daysAndStages.length; i += 2) {
      Stage to = (Stage) daysAndStages[i + 1];
      buyer |= !PROSPECTS.contains(to) && to != Stage.LOST;
      changes.add(change(customer, i / 2, from, to, (int) daysAndStages[i], buyer));
      from = to;
    }
    return this;
  }

  List<StageChange> all() {
    return changes;
  }

  StageStays stays(int asOf) {
    return StageStays.of(changes, day(asOf));
  }

  static StageChange change(
      String customer, int number, @Nullable Stage from, Stage to, int day, boolean buyer) {
    return new StageChange(
        customer + "#" + number,
        CustomerId.of(customer),
        from,
        to,
        day(day),
        buyer,
        ActorId.of("desk"),
        Reason.of("stage.registered"));
  }

  static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
