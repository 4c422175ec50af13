package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.interaction.Interaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to know before talking to a customer about a task: whom to ask for, how to speak, and what the customer said
 * itself. All of it is personal and read from the record when asked for, never copied into the task.
 *
 * @param task what is to be done
 * @param language in which to speak, from the trait {@value #LANGUAGE} of the record; null when not known
 * @param salutation how to address the customer, from the trait {@value #SALUTATION} of the record; null when not known
 * @param contact the first who decides, else the first of the record; null when none is known
 * @param said the last contact in which the customer turned to the company: its own words; null when there was none
 * @param notes needs, likes and dislikes that may still be used
 */
public record CareBrief(
    CareTask task,
    @Nullable String language,
    @Nullable String salutation,
    @Nullable Contact contact,
    @Nullable Interaction said,
    List<Note> notes) {

  /** The trait of a customer that says in which language it is spoken to, such as {@code zh}. */
  public static final String LANGUAGE = "language";

  /** The trait of a customer that says how it is addressed, such as "Ms Chen". */
  public static final String SALUTATION = "salutation";

  public CareBrief {
    requireNonNull(task, "task");
    notes = List.copyOf(notes);
  }

  /** The task alone: the rest is personal. */
  @Override
  public String toString() {
    return "brief for " + task;
  }
}
