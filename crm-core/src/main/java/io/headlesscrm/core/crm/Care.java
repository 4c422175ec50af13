package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.care.CareMove;
import io.headlesscrm.core.service.care.CareOutcome;
import io.headlesscrm.core.service.care.CareResults;
import io.headlesscrm.core.service.care.CareState;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.care.LeavingCauses;
import io.headlesscrm.core.service.care.SwitchingCause;
import io.headlesscrm.core.service.interaction.Direction;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tasks of care: opened, taken from contact over opinion and plan to their outcome, counted. */
public final class Care {

  private final CrmStorage storage;
  private final Store<String, CareTask> store;
  private final Units units;
  private final Customers customers;

  Care(CrmStorage storage, Units units, Customers customers) {
    this.storage = storage;
    this.store = storage.store(CareTask.TYPE);
    this.units = units;
    this.customers = customers;
  }

  /**
   * Opens a task, unless it is there already: a customer has at most one open task of a purpose.
   *
   * @param task in the state {@link CareState#OPEN}; of a customer that was merged: opened for the one that remained
   * @return opened, or the task that stood in its way
   * @throws IllegalArgumentException when it has steps already, or the customer is not registered
   */
  public CareOpening open(CareTask task) {
    if (task.state() != CareState.OPEN) {
      throw new IllegalArgumentException(
          task + " is not new, it must be OPEN. Maybe move(...) or close(...) is what you want?");
    }
    return units.required(() -> {
      CareTask own = task.withCustomer(required(task.customer()));
      return store
          .find(own.id())
          .map(Versioned::value)
          .or(() -> findOpen(own.customer(), own.purpose()))
          .<CareOpening>map(CareOpening.Known::new)
          .orElseGet(() -> new CareOpening.Opened(store.insert(own).orThrow().value()));
    });
  }

  /**
   * Takes the next step.
   *
   * @param id of the task
   * @param to the state after the present one
   * @param words what was said or agreed; may be empty
   * @param by who took it
   * @return moved, or why not
   */
  public CareMove move(String id, CareState to, String words, Attribution by) {
    return changed(id, task -> task.next(to, words, by));
  }

  /**
   * Ends a task.
   *
   * @param id of the task
   * @param outcome how it ended
   * @param cause why the customer left or wanted to; null when not known
   * @param words what was said; may be empty
   * @param by who ended it
   * @return moved, or why not
   * @throws IllegalArgumentException for a cause with an outcome that has none
   */
  public CareMove close(
      String id,
      CareOutcome outcome,
      @Nullable SwitchingCause cause,
      String words,
      Attribution by) {
    return changed(id, task -> task.closed(outcome, cause, words, by));
  }

  /**
   * Gives an open task to somebody.
   *
   * @param id of the task
   * @param owner who shall do it
   * @return with the new owner; refused for a task that is closed or of the control group
   */
  public CareMove assign(String id, ActorId owner) {
    return changed(id, task -> {
      if (task.control() || !task.isOpen()) {
        return new CareMove.Refused(
            Reason.of(task.control() ? "care.left-alone" : "care.nothing-to-do"));
      }
      return new CareMove.Moved(task.withOwner(owner));
    });
  }

  /**
   * A task.
   *
   * @param id of the task
   * @return empty when there is none
   */
  public Optional<CareTask> find(String id) {
    return store.find(id).map(Versioned::value);
  }

  /**
   * The open task of a customer.
   *
   * @param customer any, also one that was merged
   * @param purpose such as {@link CareTask#RETENTION}
   * @return of the control group too; the one opened first where a merge has brought two together
   */
  public Optional<CareTask> findOpen(CustomerId customer, String purpose) {
    return list(customer).stream()
        .filter(task -> task.isOpen() && task.purpose().equals(purpose))
        .findFirst();
  }

  /**
   * All tasks for a customer.
   *
   * @param customer any, also one that was merged
   * @return open or closed, the one opened first first
   */
  public List<CareTask> list(CustomerId customer) {
    return all(
        Query.where(CareTask.TYPE.of(customers.resolve(customer))).orderedBy(CareTask.OPENED_AT));
  }

  /**
   * The open tasks of an owner.
   *
   * @param owner who has them in hand
   * @param page which part
   * @return by the day on which they are due
   */
  public Slice<Versioned<CareTask>> listOpen(ActorId owner, Page page) {
    return store.list(
        Query.where(CareTask.OPEN_WITH.is(owner.value())).orderedBy(CareTask.DUE), page);
  }

  /**
   * The open tasks that are due, whoever has them.
   *
   * @param day the last day on which they may be due
   * @return the most overdue first, without the control group
   */
  public List<CareTask> due(LocalDate day) {
    return all(Query.where(CareTask.DUE.below(day.plusDays(1))).orderedBy(CareTask.DUE));
  }

  /**
   * All tasks that were opened in a time: what was tried, for a back-test or a comparison with the control group.
   *
   * @param purpose such as {@link CareTask#RETENTION}
   * @param since the first instant of opening that counts
   * @param before the first instant of opening that does not count any more
   * @return open or closed, the one opened first first
   */
  public List<CareTask> opened(String purpose, Instant since, Instant before) {
    return all(Query.where(ofPurpose(purpose).and(CareTask.OPENED_AT.between(since, before)))
        .orderedBy(CareTask.OPENED_AT));
  }

  /**
   * What came of the tasks that ended in a time.
   *
   * @param purpose such as {@link CareTask#RETENTION}
   * @param since the first instant of the end that counts
   * @param before the first instant of the end that does not count any more
   * @return saved, lost and the precision of the warnings
   */
  public CareResults results(String purpose, Instant since, Instant before) {
    return CareResults.of(closed(purpose, since, before));
  }

  /**
   * Why the customers left whose tasks ended in a time.
   *
   * @param purpose such as {@link CareTask#RETENTION}
   * @param since the first instant of the end that counts
   * @param before the first instant of the end that does not count any more
   * @return the causes, and how many are not known
   */
  public LeavingCauses causes(String purpose, Instant since, Instant before) {
    return LeavingCauses.of(closed(purpose, since, before));
  }

  /**
   * What to know before talking to the customer of a task.
   *
   * @param id of the task
   * @param day on which notes must still be usable
   * @return read from the record and the contacts; empty when there is no such task, or no record of its customer any more
   */
  public Optional<CareBrief> findBrief(String id, LocalDate day) {
    requireNonNull(day, "day");
    return find(id)
        .flatMap(task ->
            customers.find(task.customer()).map(record -> brief(task, record.value(), day)));
  }

  private CustomerId required(CustomerId customer) {
    return customers
        .find(customer)
        .map(record -> record.value().id())
        .orElseThrow(() -> new IllegalArgumentException("customer " + customer
            + " is not registered, it must be. Maybe crm.customers().register(...) comes first?"));
  }

  private CareMove changed(String id, Function<CareTask, CareMove> change) {
    return units.required(() -> {
      Optional<Versioned<CareTask>> known = store.find(id);
      if (known.isEmpty()) {
        return new CareMove.Refused(Reason.of("care.unknown").withValue("id", id));
      }
      CareMove move = change.apply(known.get().value());
      if (move instanceof CareMove.Moved moved) {
        store.update(moved.task(), known.get().version()).orThrow();
      }
      return move;
    });
  }

  private List<CareTask> closed(String purpose, Instant since, Instant before) {
    return all(Query.where(ofPurpose(purpose).and(CareTask.CLOSED_AT.between(since, before))));
  }

  private static Criterion<CareTask> ofPurpose(String purpose) {
    return CareTask.PURPOSE.is(purpose);
  }

  private List<CareTask> all(Query<CareTask> query) {
    List<CareTask> all = new ArrayList<>();
    store.forEach(query, held -> all.add(held.value()));
    return all;
  }

  private CareBrief brief(CareTask task, Customer record, LocalDate day) {
    return new CareBrief(
        task,
        record.classification().get(CareBrief.LANGUAGE),
        record.classification().get(CareBrief.SALUTATION),
        findContact(record).orElse(null),
        findSaid(record.id()).orElse(null),
        record.notes().stream().filter(note -> isUsable(note, day)).toList());
  }

  private static Optional<Contact> findContact(Customer record) {
    return record.deciders().stream()
        .findFirst()
        .or(() -> record.contacts().stream().findFirst());
  }

  private static boolean isUsable(Note note, LocalDate day) {
    return note.kind() != NoteKind.PUBLIC_FACT && note.holdsOn(day);
  }

  private Optional<Interaction> findSaid(CustomerId customer) {
    LogQuery<Interaction> inbound = LogQuery.where(
            Interaction.TYPE.of(customer).and(Interaction.DIRECTION.is(Direction.INBOUND.name())))
        .reversed();
    return storage.log(Interaction.TYPE).list(inbound, Page.first(1)).items().stream()
        .findFirst();
  }
}
