package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerKind;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the ten facts of the dossier are known of a customer.
 *
 * @param customer whose dossier
 * @param known the facts that are known
 */
public record Dossier(CustomerId customer, Set<DossierFact> known) {

  public Dossier {
    requireNonNull(customer, "customer");
    EnumSet<DossierFact> copy = EnumSet.noneOf(DossierFact.class);
    copy.addAll(known);
    known = Collections.unmodifiableSet(copy);
  }

  /**
   * The dossier of a customer.
   *
   * @param customer its record
   * @param behaviour what its purchases show
   * @param day the day on which contact points and notes must hold
   * @return what is known
   */
  public static Dossier of(Customer customer, BehaviourFacts behaviour, LocalDate day) {
    EnumSet<DossierFact> known = contactFacts(customer, day);
    known.addAll(behaviour.known());
    return new Dossier(customer.id(), known);
  }

  /**
   * The facts that are not known.
   *
   * @return in the order of the enum
   */
  public List<DossierFact> missing() {
    return EnumSet.allOf(DossierFact.class).stream()
        .filter(fact -> !known.contains(fact))
        .toList();
  }

  /**
   * The share of the ten facts that are known.
   *
   * @return in [0, 1]
   */
  public double completeness() {
    return known.size() / (double) DossierFact.values().length;
  }

  static EnumSet<DossierFact> contactFacts(Customer customer, LocalDate day) {
    EnumSet<DossierFact> known = EnumSet.noneOf(DossierFact.class);
    add(known, DossierFact.NAME, hasCurrentName(customer));
    add(
        known,
        DossierFact.CONTACT_WAY,
        customer.allContactPoints().stream().anyMatch(point -> holds(point, day)));
    add(known, DossierFact.ADDRESS, !customer.addresses().isEmpty());
    add(known, DossierFact.LATENT_NEED, hasNote(customer, day, NoteKind.NEED));
    add(
        known,
        DossierFact.LIKES_AND_DISLIKES,
        hasNote(customer, day, NoteKind.LIKE) || hasNote(customer, day, NoteKind.DISLIKE));
    add(known, DossierFact.DECISION_RIGHT, isDecisionRightKnown(customer));
    return known;
  }

  static boolean hasCurrentName(Customer customer) {
    return customer.names().stream().anyMatch(name -> name.kind() != NameKind.FORMER);
  }

  static boolean holds(ContactPoint point, LocalDate day) {
    return EnumSet.allOf(ContactPurpose.class).stream()
        .anyMatch(purpose -> point.serves(purpose, day));
  }

  private static boolean hasNote(Customer customer, LocalDate day, NoteKind kind) {
    return customer.notes().stream().anyMatch(note -> note.kind() == kind && note.holdsOn(day));
  }

  private static boolean isDecisionRightKnown(Customer customer) {
    return customer.kind() == CustomerKind.PERSON
        || customer.contacts().stream().map(Contact::decides).anyMatch(decides -> decides != null);
  }

  private static void add(EnumSet<DossierFact> known, DossierFact fact, boolean isKnown) {
    if (isKnown) {
      known.add(fact);
    }
  }
}
