package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of facts that are only appended, held in a {@link Log}.
 *
 * <pre>{@code
 * static final FactType<Interaction> INTERACTION = FactType
 *     .builder("interaction", 1, Interaction::id, Interaction::instant)
 *     .document(InteractionForm::write, InteractionForm::read)
 *     .customers(Link.one(Interaction::customer, Interaction::withCustomer))
 *     .assignees(Link.none())
 *     .personal(PersonalData.anonymised(Interaction::words, Interaction::withoutWords))
 *     .timeline(Interaction::summary)
 *     .build();
 * }</pre>
 *
 * @param <F> the type of the facts
 */
public final class FactType<F> extends StoredType<F> {

  private final Function<F, String> id;
  private final Function<F, Instant> time;
  private final @Nullable Function<F, Reason> timelineText;

  private FactType(Builder<F> parts) {
    super(parts);
    parts.requireTimeline();
    this.id = parts.id;
    this.time = parts.time;
    this.timelineText = parts.timelineText;
  }

  /**
   * Starts a type.
   *
   * @param <F> the type of the facts
   * @param name under which facts are stored; never changes: a to z, 0 to 9 and hyphens
   * @param version of the document, at least 1
   * @param id of a fact as text
   * @param time when a fact happened
   * @return a builder
   */
  public static <F> Builder<F> builder(
      String name, int version, Function<F, String> id, Function<F, Instant> time) {
    return new Builder<>(name, version, id, time);
  }

  /**
   * When a fact happened.
   *
   * @param fact any
   * @return the instant that the log is ordered by
   */
  public Instant time(F fact) {
    return time.apply(fact);
  }

  @Override
  public String idText(F fact) {
    return storableId(id.apply(fact));
  }

  @Override
  public Optional<TimelineEntry> findTimelineEntry(F fact) {
    return Optional.ofNullable(timelineText)
        .map(reads -> new TimelineEntry(time(fact), reads.apply(fact)));
  }

  @Override
  public boolean isOnTimeline() {
    return timelineText != null;
  }

  /** None: the id of a fact does not depend on its customer. */
  @Override
  public Optional<BinaryOperator<F>> findMerger() {
    return Optional.empty();
  }

  @Override
  public boolean isComputed() {
    return false;
  }

  @Override
  public boolean isOpen(F fact) {
    return false;
  }

  @Override
  Contents<F> contents(CrmStorage storage) {
    return new FactContents<>(this, storage.log(this));
  }

  /**
   * Collects what the type declares.
   *
   * @param <F> the type of the facts
   */
  public static final class Builder<F> extends TypeBuilder<F, Builder<F>> {

    private final Function<F, String> id;
    private final Function<F, Instant> time;
    private @Nullable Function<F, Reason> timelineText;

    private Builder(String name, int version, Function<F, String> id, Function<F, Instant> time) {
      super(name, version);
      this.id = requireNonNull(id, "id");
      this.time = requireNonNull(time, "time");
    }

    /**
     * How a fact reads on the timeline.
     *
     * @param reads what it says
     * @return this builder
     */
    public Builder<F> timeline(Function<F, Reason> reads) {
      this.timelineText = requireNonNull(reads, "reads");
      return declareTimeline();
    }

    /**
     * The finished type.
     *
     * @return the type
     * @throws IllegalArgumentException when something is not declared
     */
    public FactType<F> build() {
      return new FactType<>(this);
    }

    @Override
    Builder<F> self() {
      return this;
    }
  }
}
