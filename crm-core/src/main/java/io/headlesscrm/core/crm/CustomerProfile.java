package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.stage.StageHistory;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a customer at a glance, as it was known on a date: days before that date count.
 *
 * @param asOf the date
 * @param customer the record as it was
 * @param stages the changes of stage, the oldest first; the last one says where it stood
 * @param summary what its purchases came to, in minor units of the company's currency
 * @param owner who looked after it; null when nobody did
 * @param assessments the latest of each kind, by kind
 * @param recent what happened last, the newest first
 */
public record CustomerProfile(
    LocalDate asOf,
    Customer customer,
    List<StageChange> stages,
    PurchaseSummary summary,
    @Nullable ActorId owner,
    List<Assessment> assessments,
    List<TimelineItem> recent) {

  public CustomerProfile {
    requireNonNull(asOf, "asOf");
    requireNonNull(customer, "customer");
    requireNonNull(summary, "summary");
    stages = List.copyOf(stages);
    assessments = List.copyOf(assessments);
    recent = List.copyOf(recent);
  }

  /**
   * Where the customer stood.
   *
   * @return the change that put it there; empty when nothing had been recorded
   */
  public Optional<StageChange> findStage() {
    return StageHistory.of(stages).findLatest();
  }

  /**
   * The class, segment or score of a kind.
   *
   * @param kind such as {@code abc}
   * @return with its reasons; empty when there was none
   */
  public Optional<Assessment> findAssessment(String kind) {
    return assessments.stream().filter(known -> known.kind().equals(kind)).findFirst();
  }

  /**
   * Who decided on purchases there.
   *
   * @return empty when nobody was known to
   */
  public List<Contact> deciders() {
    return customer.deciders();
  }
}
