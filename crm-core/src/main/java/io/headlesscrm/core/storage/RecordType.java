package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A type of records that change, held in a {@link Store}.
 *
 * <pre>{@code
 * static final RecordType<ComplaintId, Complaint> COMPLAINT = RecordType
 *     .builder("complaint", 1, Complaint::id, ComplaintId::value)
 *     .document(ComplaintForm::write, ComplaintForm::read)
 *     .index(DUE)
 *     .customers(Link.one(Complaint::customer, Complaint::withCustomer))
 *     .assignees(Link.one(Complaint::owner, Complaint::withOwner))
 *     .personal(PersonalData.anonymised(Complaint::words, Complaint::withoutWords))
 *     .timeline(OPENED, Complaint::summary)
 *     .build();
 * }</pre>
 *
 * @param <I> the type of the ids
 * @param <A> the type of the records
 */
public final class RecordType<I, A> extends StoredType<A> {

  private final Function<A, I> id;
  private final Function<I, String> text;
  private final @Nullable Index<A, Instant> timelineOrder;
  private final @Nullable Function<A, Reason> timelineText;
  private final @Nullable BinaryOperator<A> merger;
  private final Predicate<A> open;
  private final boolean computed;

  private RecordType(Builder<I, A> parts) {
    super(parts);
    parts.requireTimeline();
    this.id = parts.id;
    this.text = parts.text;
    this.timelineOrder = parts.timelineOrder;
    this.timelineText = parts.timelineText;
    this.merger = parts.merger;
    this.open = parts.open;
    this.computed = parts.computed;
  }

  /**
   * Starts a type.
   *
   * @param <I> the type of the ids
   * @param <A> the type of the records
   * @param name under which records are stored; never changes: a to z, 0 to 9 and hyphens
   * @param version of the document, at least 1
   * @param id of a record
   * @param text an id as text; equal ids have equal texts
   * @return a builder
   */
  public static <I, A> Builder<I, A> builder(
      String name, int version, Function<A, I> id, Function<I, String> text) {
    return new Builder<>(name, version, id, text);
  }

  /**
   * The id of a record.
   *
   * @param value any
   * @return its id
   */
  public I id(A value) {
    return id.apply(value);
  }

  /**
   * An id as text.
   *
   * @param key any id
   * @return not blank
   * @throws IllegalArgumentException when the id is a customer and the type does not declare how the records of two
   *     customers become one
   */
  public String text(I key) {
    if (key instanceof CustomerId && merger == null && !customers().isFixed()) {
      throw new IllegalArgumentException("type \"" + name()
          + "\" has customers as ids and does not declare how two records become one, it must, or a merge would lose"
          + " one. Maybe mergedBy(...) was forgotten?");
    }
    return storableId(text.apply(key));
  }

  @Override
  public String idText(A value) {
    return text(id(value));
  }

  /**
   * The index by which the records of a customer are read in the order of the timeline.
   *
   * @return empty when they have no place on it
   */
  public Optional<Index<A, Instant>> findTimelineOrder() {
    return Optional.ofNullable(timelineOrder);
  }

  @Override
  public Optional<TimelineEntry> findTimelineEntry(A value) {
    if (timelineOrder == null || timelineText == null) {
      return Optional.empty();
    }
    Function<A, Reason> reads = timelineText;
    return timelineOrder.keys(value).stream()
        .findFirst()
        .map(at -> new TimelineEntry(at, reads.apply(value)));
  }

  @Override
  public boolean isOnTimeline() {
    return timelineOrder != null;
  }

  @Override
  public Optional<BinaryOperator<A>> findMerger() {
    return Optional.ofNullable(merger);
  }

  @Override
  public boolean isComputed() {
    return computed;
  }

  @Override
  public boolean isOpen(A value) {
    return open.test(value);
  }

  @Override
  Contents<A> contents(CrmStorage storage) {
    return new RecordContents<>(this, storage.store(this));
  }

  /**
   * Collects what the type declares.
   *
   * @param <I> the type of the ids
   * @param <A> the type of the records
   */
  public static final class Builder<I, A> extends TypeBuilder<A, Builder<I, A>> {

    private final Function<A, I> id;
    private final Function<I, String> text;
    private @Nullable Index<A, Instant> timelineOrder;
    private @Nullable Function<A, Reason> timelineText;
    private @Nullable BinaryOperator<A> merger;
    private Predicate<A> open = value -> true;
    private boolean computed;

    private Builder(String name, int version, Function<A, I> id, Function<I, String> text) {
      super(name, version);
      this.id = requireNonNull(id, "id");
      this.text = requireNonNull(text, "text");
    }

    /**
     * Where a record stands on the timeline and how it reads there.
     *
     * @param time when; becomes an index of the type; a record without it is not shown
     * @param reads what it says
     * @return this builder
     */
    public Builder<I, A> timeline(Index<A, Instant> time, Function<A, Reason> reads) {
      this.timelineOrder = requireNonNull(time, "time");
      this.timelineText = requireNonNull(reads, "reads");
      return index(time).declareTimeline();
    }

    /**
     * How two records become one when their customers are merged. A type whose id is the customer, or is made of it, must
     * say so; the link to customers gives the copy with the other id.
     *
     * @param merged given the survivor's record, then the other one's, both with the survivor's id; gives one with that
     *     id
     * @return this builder
     */
    public Builder<I, A> mergedBy(BinaryOperator<A> merged) {
      this.merger = requireNonNull(merged, "merged");
      return self();
    }

    /**
     * Which records are still work of their assignees; without this all are.
     *
     * @param isOpen false for one that is done, which stays with whoever did it
     * @return this builder
     */
    public Builder<I, A> openWhile(Predicate<A> isOpen) {
      this.open = requireNonNull(isOpen, "isOpen");
      return self();
    }

    /**
     * Says that the records are computed from facts, so that the undoing of a merge need not mind that one has changed
     * since: whoever undoes the merge computes it anew.
     *
     * @return this builder
     */
    public Builder<I, A> computedFromFacts() {
      this.computed = true;
      return self();
    }

    /**
     * The finished type.
     *
     * @return the type
     * @throws IllegalArgumentException when something is not declared
     */
    public RecordType<I, A> build() {
      return new RecordType<>(this);
    }

    @Override
    Builder<I, A> self() {
      return this;
    }
  }
}
