package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something known about a customer, with where it comes from and how long it may be kept.
 *
 * @param kind what it is about
 * @param text what is known; not blank
 * @param source who says so, such as "visit of 3 March"; not blank
 * @param purpose what it is kept for; not blank
 * @param expires the first day on which it may not be used any more; null: no end
 */
public record Note(
    NoteKind kind,
    String text,
    String source,
    String purpose,
    @Nullable LocalDate expires) {

  public Note {
    requireNonNull(kind, "kind");
    Texts.requireNotBlank(text, "text of a note");
    Texts.requireNotBlank(source, "source of a note");
    Texts.requireNotBlank(purpose, "purpose of a note");
  }

  /**
   * Whether the note may be used on a day.
   *
   * @param day any
   * @return false from the day on which it expires
   */
  public boolean holdsOn(LocalDate day) {
    return Validity.covers(null, expires, day);
  }

  /** The kind alone: the text may be personal. */
  @Override
  public String toString() {
    return kind + " note";
  }
}
