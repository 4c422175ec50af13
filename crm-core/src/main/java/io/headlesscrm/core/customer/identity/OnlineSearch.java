package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares one customer with those who share a key with it. Used once. */
final class OnlineSearch {

  private final CrmStorage storage;
  private final SearchSettings settings;
  private final Customer customer;
  private final Map<CustomerId, Profile> candidates = new LinkedHashMap<>();
  private final List<Criterion<Customer>> tooCommon = new ArrayList<>();
  private final List<OversizedBlock> oversized = new ArrayList<>();

  OnlineSearch(CrmStorage storage, SearchSettings settings, Customer customer) {
    this.storage = storage;
    this.settings = settings;
    this.customer = customer;
  }

  DuplicateSearch run() {
    gather(BlockKind.NUMBER, Customer.EXTERNAL_ID);
    gather(BlockKind.CONTACT, Customer.CONTACT_KEY);
    gather(BlockKind.STREET, Customer.STREET_KEY);
    gather(BlockKind.NAME, Customer.NAME_KEY);
    gatherByTwoKeys();
    return new DuplicateSearch(pairs(), candidates.size(), candidates.size(), oversized);
  }

  /** One query for all keys; only when too many have one of them, one for each key. */
  private void gather(BlockKind kind, Index<Customer, String> index) {
    Set<String> keys = index.keys(customer);
    if (keys.isEmpty() || add(index.isAnyOf(keys))) {
      return;
    }
    for (String key : keys) {
      if (!add(index.is(key))) {
        tooCommon.add(index.is(key));
        oversized.add(new OversizedBlock(kind, settings.largestBlock() + 1));
      }
    }
  }

  private void gatherByTwoKeys() {
    for (int i = 0; i < tooCommon.size(); i++) {
      for (int j = i + 1; j < tooCommon.size(); j++) {
        add(tooCommon.get(i).and(tooCommon.get(j)));
      }
    }
  }

  /** Adds the first that match; false when there are more. */
  private boolean add(Criterion<Customer> criterion) {
    Slice<Versioned<Customer>> found = storage
        .store(Customer.TYPE)
        .list(Query.where(criterion), Page.first(settings.largestBlock()));
    for (Versioned<Customer> stored : found.items()) {
      if (!stored.value().id().equals(customer.id())) {
        candidates.computeIfAbsent(stored.value().id(), id -> profile(stored.value()));
      }
    }
    return found.isLast();
  }

  private List<DuplicatePair> pairs() {
    Profile profile = profile(customer);
    weigh(profile);
    noteSharing(profile);
    Rejections rejections = Rejections.of(storage, customer.id());
    PairScoring scoring = new PairScoring(settings.customers());
    List<DuplicatePair> pairs = new ArrayList<>();
    for (Profile candidate : candidates.values()) {
      double score = scoring.score(profile, candidate);
      if (settings.verdict(score) != Verdict.NO
          && !rejections.contains(profile.id(), candidate.id())) {
        pairs.add(settings.pair(profile, candidate, score, scoring.tally()));
      }
    }
    pairs.sort(DuplicatePair.LIKELIEST_FIRST);
    return pairs;
  }

  private Profile profile(Customer any) {
    return Profile.of(any, settings.romanisation());
  }

  /** All who have the same ideographs before the common words were read, so that a frequent name is known as such. */
  private void weigh(Profile profile) {
    NameRarity rarity = NameRarity.sampled(settings.customers());
    rarity.countCustomer(profile.nameParts());
    candidates.values().forEach(candidate -> rarity.countCustomer(candidate.nameParts()));
    profile.weigh(rarity);
    candidates.values().forEach(candidate -> candidate.weigh(rarity));
  }

  /** All who share a key were read, or so many that it counts for little. */
  private void noteSharing(Profile profile) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Profile candidate : candidates.values()) {
      for (long key : candidate.keys()) {
        counts.merge(key, 1, Integer::sum);
      }
    }
    for (long key : profile.keys()) {
      profile.noteSharing(key, -1L, 1 + counts.getOrDefault(key, 0));
    }
  }
}
