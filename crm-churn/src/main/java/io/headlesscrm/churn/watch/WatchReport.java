package io.headlesscrm.churn.watch;

import io.headlesscrm.core.evidence.Reason;
import java.util.List;

/**
 * What a watch found in one period.
 *
 * @param customers how many were looked at
 * @param falseAlarmRate how often at most a period raises the flag although the model still holds, in (0, 1)
 * @param findings one per sign
 */
public record WatchReport(int customers, double falseAlarmRate, List<Finding> findings) {

  public WatchReport {
    findings = List.copyOf(findings);
  }

  /**
   * The flag.
   *
   * @return whether a sign deviates more than chance explains, so that the model is to be fitted anew
   */
  public boolean isRetrainDue() {
    return findings.stream().anyMatch(Finding::isAlarm);
  }

  /**
   * Why the flag is raised.
   *
   * @return the alarms in words; empty when it is not
   */
  public List<Reason> reasons() {
    return findings.stream().filter(Finding::isAlarm).map(Finding::reason).toList();
  }
}
