package io.headlesscrm.core.service.care;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for a customer, such as to keep one who may leave. It goes from contact over the customer's opinion
 * to a plan and ends with an outcome; the order of steps is kept, and who took each one and when.
 *
 * <pre>{@code
 * CareTask task = CareTask.open("W-1", customer, CareTask.RETENTION, reasons, friday, by);
 * task.next(CareState.CONTACTED, "called, asks for a list of prices", by).orThrow();
 * }</pre>
 *
 * <p>A task of the control group stands for a customer who is left alone on purpose, so that the others can be compared
 * with somebody: it has no owner, takes no step, and ends with what was seen. Immutable.
 *
 * @param id chosen by the caller; not blank
 * @param customer for whom
 * @param purpose such as {@link #RETENTION}; not blank
 * @param reasons why, the weightiest first
 * @param due the last day on which the first step is in time
 * @param owner who shall do it; null while nobody has it
 * @param control whether the customer is left alone on purpose
 * @param steps from the opening on, in the order in which they were taken
 * @param outcome how it ended; null while it is open
 * @param cause why the customer left or wanted to; null when not known
 */
public record CareTask(
    String id,
    CustomerId customer,
    String purpose,
    List<Reason> reasons,
    LocalDate due,
    @Nullable ActorId owner,
    boolean control,
    List<CareStep> steps,
    @Nullable CareOutcome outcome,
    @Nullable SwitchingCause cause) {

  /** The purpose of keeping somebody who may leave. */
  public static final String RETENTION = "retention";

  /** By owner, as long as the task is open. */
  public static final Index<CareTask, String> OPEN_WITH = Index.one(
      "open-with",
      KeyType.TEXT,
      task -> task.isOpen() && task.owner != null ? task.owner.value() : null);

  /** By the day on which it is due, as long as the task is open and not of the control group. */
  public static final Index<CareTask, LocalDate> DUE =
      Index.one("due", KeyType.DATE, task -> task.isOpen() && !task.control ? task.due : null);

  /** By purpose. */
  public static final Index<CareTask, String> PURPOSE =
      Index.one("purpose", KeyType.TEXT, CareTask::purpose);

  /** By the instant of the opening. */
  public static final Index<CareTask, Instant> OPENED_AT =
      Index.one("opened-at", KeyType.INSTANT, CareTask::openedAt);

  /** By the instant of the end. */
  public static final Index<CareTask, Instant> CLOSED_AT = Index.one(
      "closed-at", KeyType.INSTANT, task -> task.isOpen() ? null : task.last().at());

  /** How tasks are stored. An erasure takes out what was said. */
  public static final RecordType<String, CareTask> TYPE = RecordType.builder(
          "care-task", 1, CareTask::id, (String id) -> id)
      .document(CareTaskForm::write, CareTaskForm::read)
      .index(OPEN_WITH)
      .index(DUE)
      .index(PURPOSE)
      .index(CLOSED_AT)
      .customers(Link.one(CareTask::customer, CareTask::withCustomer))
      .assignees(Link.one(CareTask::owner, CareTask::withOwner))
      .openWhile(CareTask::isOpen)
      .personal(PersonalData.anonymised(CareTask::words, CareTask::withoutWords))
      .timeline(OPENED_AT, CareTask::summary)
      .build();

  public CareTask {
    requireNotBlank(id, "id");
    requireNonNull(customer, "customer");
    requireNotBlank(purpose, "purpose");
    reasons = List.copyOf(reasons);
    requireNonNull(due, "due");
    steps = List.copyOf(steps);
    requireOrder(id, steps);
    requireOutcome(id, steps.get(steps.size() - 1).state(), outcome, cause);
    if (control && (owner != null || steps.size() > (outcome == null ? 1 : 2))) {
      throw new IllegalArgumentException(
          "task " + id
              + " of the control group has an owner or steps, it must have neither. Maybe it is not of that group?");
    }
  }

  /**
   * A new task without owner.
   *
   * @param id chosen by the caller; not blank
   * @param customer for whom
   * @param purpose such as {@link #RETENTION}
   * @param reasons why, the weightiest first
   * @param due the last day on which the first step is in time
   * @param by who opens it
   * @return in the state {@link CareState#OPEN}
   */
  public static CareTask open(
      String id,
      CustomerId customer,
      String purpose,
      List<Reason> reasons,
      LocalDate due,
      Attribution by) {
    List<CareStep> opening = List.of(CareStep.of(CareState.OPEN, "", by));
    return new CareTask(id, customer, purpose, reasons, due, null, false, opening, null, null);
  }

  /**
   * As one of the control group.
   *
   * @return a copy without owner
   */
  public CareTask asControl() {
    return new CareTask(id, customer, purpose, reasons, due, null, true, steps, outcome, cause);
  }

  /**
   * In the hands of somebody.
   *
   * @param other who shall do it
   * @return a copy
   */
  public CareTask withOwner(ActorId other) {
    return new CareTask(
        id,
        customer,
        purpose,
        reasons,
        due,
        requireNonNull(other, "other"),
        control,
        steps,
        outcome,
        cause);
  }

  /**
   * The same task for another customer.
   *
   * @param other for whom
   * @return a copy
   */
  public CareTask withCustomer(CustomerId other) {
    return new CareTask(id, other, purpose, reasons, due, owner, control, steps, outcome, cause);
  }

  /**
   * Takes the next step.
   *
   * @param to the state after this one, but not the last one
   * @param words what was said or agreed; may be empty
   * @param by who took it
   * @return moved; refused out of order, for a task that is closed, and in the control group
   * @throws IllegalArgumentException for a step before the one that came last
   */
  public CareMove next(CareState to, String words, Attribution by) {
    if (control) {
      return new CareMove.Refused(Reason.of("care.left-alone"));
    }
    if (to == CareState.CLOSED || !state().mayBecome(to)) {
      return new CareMove.Refused(wrongOrder(to));
    }
    requireLater(by);
    return new CareMove.Moved(after(CareStep.of(to, words, by), null, null));
  }

  /**
   * Ends the task.
   *
   * @param end how
   * @param why why the customer left or wanted to; null when not known
   * @param words what was said; may be empty
   * @param by who ended it
   * @return moved; refused for a task that is closed, when steps are missing without which it cannot have ended so, and in
   *     the control group for other ends than lost (it left) and false alarm (it stayed)
   * @throws IllegalArgumentException for a cause with an outcome that has none, and for an end before the step that came
   *     last
   */
  public CareMove closed(
      CareOutcome end, @Nullable SwitchingCause why, String words, Attribution by) {
    if (!state().mayBecome(CareState.CLOSED)) {
      return new CareMove.Refused(wrongOrder(CareState.CLOSED));
    }
    requireLater(by);
    if (control && end != CareOutcome.LOST && end != CareOutcome.FALSE_ALARM) {
      return new CareMove.Refused(Reason.of("care.left-alone"));
    }
    if (!control && end.earliest().compareTo(state()) > 0) {
      return new CareMove.Refused(Reason.of("care.too-early")
          .withValue("outcome", Reason.of("care.outcome." + end.name()))
          .withValue("needed", label(end.earliest()))
          .withValue("from", label(state())));
    }
    return new CareMove.Moved(after(CareStep.of(CareState.CLOSED, words, by), end, why));
  }

  private void requireLater(Attribution by) {
    if (by.at().isBefore(last().at())) {
      throw new IllegalArgumentException("a step of task " + id + " is at " + by.at()
          + ", it must not be before the one at " + last().at() + ". Maybe the year is wrong?");
    }
  }

  /**
   * How far it has come.
   *
   * @return the state of the last step
   */
  public CareState state() {
    return last().state();
  }

  /**
   * Whether there is still something to do.
   *
   * @return false once it has an outcome
   */
  public boolean isOpen() {
    return outcome == null;
  }

  /**
   * When it was opened.
   *
   * @return the instant of the first step
   */
  public Instant openedAt() {
    return steps.get(0).at();
  }

  /**
   * When the customer was reached.
   *
   * @return empty when that has not happened
   */
  public Optional<Instant> findContact() {
    return steps.stream()
        .filter(step -> step.state() == CareState.CONTACTED)
        .findFirst()
        .map(CareStep::at);
  }

  /** The id, the purpose and the state: the rest is personal. */
  @Override
  public String toString() {
    return purpose + " task " + id + " (" + state() + ")";
  }

  private CareTask after(CareStep step, @Nullable CareOutcome end, @Nullable SwitchingCause why) {
    List<CareStep> more = new ArrayList<>(steps);
    more.add(step);
    return new CareTask(id, customer, purpose, reasons, due, owner, control, more, end, why);
  }

  private CareStep last() {
    return steps.get(steps.size() - 1);
  }

  private Reason wrongOrder(CareState to) {
    return Reason.of("care.wrong-order")
        .withValue("from", label(state()))
        .withValue("to", label(to));
  }

  private Reason summary() {
    Reason end = outcome == null ? label(state()) : Reason.of("care.outcome." + outcome.name());
    return Reason.of(control ? "care.control" : "care.task")
        .withValue("purpose", purpose)
        .withValue("state", end)
        .withValue("due", due);
  }

  private List<String> words() {
    return steps.stream().map(CareStep::words).filter(text -> !text.isBlank()).toList();
  }

  private CareTask withoutWords() {
    List<CareStep> silent = steps.stream().map(CareStep::withoutWords).toList();
    return new CareTask(
        id, customer, purpose, reasons, due, owner, control, silent, outcome, cause);
  }

  private static Reason label(CareState state) {
    return Reason.of("care." + state.name());
  }

  private static void requireNotBlank(String text, String name) {
    if (requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " of a task is blank, it must not be. Maybe it was not set?");
    }
  }

  private static void requireOrder(String id, List<CareStep> steps) {
    boolean begins = !steps.isEmpty() && steps.get(0).state() == CareState.OPEN;
    for (int i = 1; begins && i < steps.size(); i++) {
      begins = steps.get(i - 1).state().mayBecome(steps.get(i).state());
    }
    if (!begins) {
      throw new IllegalArgumentException("task " + id
          + " has steps out of order, they must go from OPEN to CLOSED. Maybe use next(...)?");
    }
  }

  private static void requireOutcome(
      String id, CareState state, @Nullable CareOutcome outcome, @Nullable SwitchingCause cause) {
    if ((state == CareState.CLOSED) != (outcome != null)) {
      throw new IllegalArgumentException("task " + id + " is " + state + " with outcome " + outcome
          + ", it must have one exactly when it is closed. Maybe use closed(...)?");
    }
    if (cause != null && (outcome == null || !outcome.isRight())) {
      throw new IllegalArgumentException("task " + id + " has the cause " + cause
          + " of leaving with outcome " + outcome
          + ", it must be SAVED or LOST. Maybe leave the cause out?");
    }
  }
}
