package io.headlesscrm.churn.warning;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.sales.campaign.Uplift;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether care helped: how many of the customers who were to be contacted bought again, against those of the control
 * group. Everybody counts where the list had put it, reached or not, since those who can be reached differ from the
 * others.
 *
 * @param uplift those who were to be contacted against the control group; a response is a purchase within the horizon
 * @param pending tasks whose horizon is not over, at least 0
 */
public record RetentionUplift(Uplift uplift, int pending) {

  public RetentionUplift {
    requireNonNull(uplift, "uplift");
  }

  /**
   * Compares tasks with what was bought after them.
   *
   * @param tasks open or closed, of one purpose; see {@code crm.care().opened(...)}
   * @param log purchases; a task whose horizon it does not reach to the end is pending
   * @param horizon from the day of the opening on
   * @param zone in which instants are dates
   * @return the comparison
   */
  public static RetentionUplift of(
      Collection<CareTask> tasks, PurchaseLog log, Horizon horizon, ZoneId zone) {
    Map<LocalDate, CustomerBase> later = new HashMap<>();
    int[][] counts = new int[2][2];
    int pending = 0;
    for (CareTask task : tasks) {
      LocalDate day = LocalDate.ofInstant(task.openedAt(), zone);
      LocalDate end = day.plusDays(horizon.days());
      if (log.isEmpty() || end.isAfter(log.window().end())) {
        pending++;
        continue;
      }
      boolean returned = later
          .computeIfAbsent(
              day, from -> log.within(new ObservationWindow(from, end), ReturnsPolicy.SALES))
          .findRow(task.customer())
          .isPresent();
      counts[task.control() ? 1 : 0][returned ? 1 : 0]++;
    }
    return new RetentionUplift(
        new Uplift(
            counts[0][0] + counts[0][1], counts[0][1], counts[1][0] + counts[1][1], counts[1][1]),
        pending);
  }
}
