package io.headlesscrm.core.service.care;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.id.ActorId;
import java.time.Instant;

/**
 * One step of a task.
 *
 * @param state to which it led
 * @param words what was said or agreed; empty when nothing was written down, and after an erasure
 * @param by who took it
 * @param at when
 */
public record CareStep(CareState state, String words, ActorId by, Instant at) {

  public CareStep {
    requireNonNull(state, "state");
    requireNonNull(words, "words");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  static CareStep of(CareState state, String words, Attribution by) {
    return new CareStep(state, words, by.actor(), by.at());
  }

  CareStep withoutWords() {
    return new CareStep(state, "", by, at);
  }

  /** The state and the day of it: the words may be personal. */
  @Override
  public String toString() {
    return state + " at " + at;
  }
}
