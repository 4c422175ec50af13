package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.customer.identity.MergeRecord;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one customer has said about being contacted, at any instant. The latest statement counts; of two at one instant the
 * more restrictive.
 *
 * <p>When two customers are merged, the more restrictive of what the two had said by then counts, until the next statement.
 * Who had said nothing does not restrict. Immutable.
 */
public final class Consents {

  private final List<Consent> statements;
  private final List<MergeRecord> merges;
  private final ConsentPolicy policy;

  private Consents(
      Collection<Consent> statements, Collection<MergeRecord> merges, ConsentPolicy policy) {
    this.statements = statements.stream()
        .sorted(Comparator.comparing(Consent::at).thenComparing(Consent::state))
        .toList();
    this.merges = merges.stream()
        .filter(merge -> !merge.isUndone())
        .sorted(Comparator.comparing(MergeRecord::at))
        .toList();
    this.policy = requireNonNull(policy, "policy");
  }

  /**
   * What a customer has said.
   *
   * @param statements all of them, in any order
   * @param merges in which it took part, in any order; undone ones do not count
   * @param policy for what it has said nothing about
   * @return the consents
   */
  public static Consents of(
      Collection<Consent> statements, Collection<MergeRecord> merges, ConsentPolicy policy) {
    return new Consents(statements, merges, policy);
  }

  /**
   * What a stored customer has said.
   *
   * @param storage where it is
   * @param customer its id or one that leads to it
   * @param policy for what it has said nothing about
   * @return the consents as of now
   */
  public static Consents in(CrmStorage storage, CustomerId customer, ConsentPolicy policy) {
    List<Consent> statements = new ArrayList<>();
    Set<MergeRecord> merges = new LinkedHashSet<>();
    for (CustomerId id : Aliases.in(storage).allOf(customer)) {
      storage.log(Consent.TYPE).forEach(LogQuery.where(Consent.TYPE.of(id)), statements::add);
      storage
          .store(MergeRecord.TYPE)
          .forEach(Query.where(MergeRecord.TYPE.of(id)), merge -> merges.add(merge.value()));
    }
    return new Consents(statements, merges, policy);
  }

  /**
   * What the customer had said by an instant.
   *
   * @param channel by which way
   * @param purpose what for
   * @param at a statement of this very instant counts
   * @return empty when it had said nothing
   */
  public Optional<ConsentState> findState(
      ContactChannel channel, ContactPurpose purpose, Instant at) {
    ConsentFold fold = new ConsentFold();
    int next = 0;
    for (Consent statement : statements) {
      if (!statement.at().isAfter(at)
          && statement.channel() == channel
          && statement.purpose() == purpose) {
        while (next < merges.size() && merges.get(next).at().isBefore(statement.at())) {
          fold.merge(merges.get(next++));
        }
        fold.say(statement);
      }
    }
    return fold.findMostRestrictive();
  }

  /**
   * Whether the customer may be contacted.
   *
   * @param channel by which way
   * @param purpose what for
   * @param at when
   * @return what it had said by then; what the policy says when it had said nothing
   */
  public boolean mayContact(ContactChannel channel, ContactPurpose purpose, Instant at) {
    return findState(channel, purpose, at)
        .map(state -> state == ConsentState.GRANTED)
        .orElseGet(() -> policy.allows(purpose));
  }
}
