package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Compares all customers block by block. */
final class BatchSearch {

  private static final int TASKS = 64;

  private final SearchSettings settings;
  private final List<Profile> profiles;
  private final Blocks blocks;
  private final Rejections rejections;

  private BatchSearch(SearchSettings settings, List<Profile> profiles, Rejections rejections) {
    this.settings = settings;
    this.profiles = profiles;
    this.blocks = Blocks.of(profiles, settings.largestBlock());
    this.rejections = rejections;
  }

  static DuplicateSearch over(CrmStorage storage, SearchSettings settings, Executor executor) {
    return new BatchSearch(settings, profiles(storage, settings), Rejections.all(storage))
        .run(executor);
  }

  private static List<Profile> profiles(CrmStorage storage, SearchSettings settings) {
    List<Profile> profiles = new ArrayList<>();
    NameRarity rarity = NameRarity.counted();
    storage.store(Customer.TYPE).forEach(Query.all(), stored -> {
      requireRoom(profiles.size());
      Profile profile = Profile.of(stored.value(), settings.romanisation());
      rarity.countCustomer(profile.nameParts());
      profiles.add(profile);
    });
    profiles.forEach(profile -> profile.weigh(rarity));
    return profiles;
  }

  private static void requireRoom(int customers) {
    if (customers >= 1 << Blocks.MEMBER_BITS) {
      throw new IllegalStateException("there are more than " + customers
          + " customers, one search takes no more. Maybe search each country or year by itself?");
    }
  }

  private DuplicateSearch run(Executor executor) {
    List<CompletableFuture<Found>> tasks = IntStream.range(0, TASKS)
        .mapToObj(task -> CompletableFuture.supplyAsync(() -> compareEvery(task), executor))
        .toList();
    List<DuplicatePair> pairs = new ArrayList<>();
    long comparisons = 0;
    for (CompletableFuture<Found> task : tasks) {
      Found found = task.join();
      pairs.addAll(found.pairs());
      comparisons += found.comparisons();
    }
    pairs.sort(DuplicatePair.LIKELIEST_FIRST);
    return new DuplicateSearch(pairs, profiles.size(), comparisons, blocks.oversized());
  }

  /** Every so many blocks, so that large ones spread over the tasks. */
  private Found compareEvery(int task) {
    PairScoring scoring = new PairScoring(profiles.size());
    List<DuplicatePair> pairs = new ArrayList<>();
    long comparisons = 0;
    for (int block = task; block < blocks.count(); block += TASKS) {
      comparisons += compare(block, scoring, pairs);
    }
    return new Found(pairs, comparisons);
  }

  private long compare(int block, PairScoring scoring, List<DuplicatePair> pairs) {
    int[] members = blocks.members(block);
    long comparisons = 0;
    for (int i = 0; i < members.length; i++) {
      for (int j = i + 1; j < members.length; j++) {
        if (blocks.isFirstOfBoth(block, members[i], members[j])) {
          comparisons++;
          compare(profiles.get(members[i]), profiles.get(members[j]), scoring, pairs);
        }
      }
    }
    return comparisons;
  }

  private void compare(Profile a, Profile b, PairScoring scoring, List<DuplicatePair> pairs) {
    double score = scoring.score(a, b);
    if (settings.verdict(score) != Verdict.NO && !rejections.contains(a.id(), b.id())) {
      pairs.add(settings.pair(a, b, score, scoring.tally()));
    }
  }

  private record Found(List<DuplicatePair> pairs, long comparisons) {}
}
