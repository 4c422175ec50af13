package io.headlesscrm.core.customer.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts customers together that share a key, in blocks of a bounded size. A block that is too large is divided into those
 * members that share a second too large key; what is too large even then is reported.
 *
 * <p>A member is its place in the list of profiles. A key and a member are one long, so that one sort of an array makes
 * the blocks.
 */
final class Blocks {

  /** What is left of a long beside a key; a base has at most so many customers. */
  static final int MEMBER_BITS = 24;

  private static final long MEMBER_MASK = (1L << MEMBER_BITS) - 1;

  private final int largest;
  private final List<int[]> members = new ArrayList<>();
  private final List<int[]> tooLarge = new ArrayList<>();
  private final List<OversizedBlock> oversized = new ArrayList<>();
  private final int[][] blocksOf;

  private Blocks(List<Profile> profiles, int largest) {
    this.largest = largest;
    gather(profiles);
    divide(profiles.size());
    this.blocksOf = blocksOf(profiles.size(), members);
  }

  static Blocks of(List<Profile> profiles, int largest) {
    return new Blocks(profiles, largest);
  }

  int count() {
    return members.size();
  }

  /** The members of a block, ascending. */
  int[] members(int block) {
    return members.get(block);
  }

  List<OversizedBlock> oversized() {
    return oversized;
  }

  /** Whether this is the first block that both are in, so that they are compared in one block only. */
  boolean isFirstOfBoth(int block, int one, int other) {
    int[] left = blocksOf[one];
    int[] right = blocksOf[other];
    for (int i = 0, j = 0; left[i] <= block && right[j] <= block; ) {
      if (left[i] == right[j]) {
        return left[i] == block;
      }
      if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private void gather(List<Profile> profiles) {
    long[] entries = entries(profiles);
    for (int from = 0, to; from < entries.length; from = to) {
      to = endOfKey(entries, from);
      if (to - from > 1) {
        add(Arrays.copyOfRange(entries, from, to), profiles);
      }
    }
  }

  private void add(long[] run, List<Profile> profiles) {
    int[] block =
        Arrays.stream(run).mapToInt(entry -> (int) (entry & MEMBER_MASK)).toArray();
    for (int member : block) {
      profiles.get(member).noteSharing(run[0] & ~MEMBER_MASK, ~MEMBER_MASK, block.length);
    }
    if (block.length <= largest) {
      members.add(block);
    } else {
      tooLarge.add(block);
      oversized.add(new OversizedBlock(BlockKind.of(run[0]), block.length));
    }
  }

  private static long[] entries(List<Profile> profiles) {
    long[] entries =
        new long[profiles.stream().mapToInt(profile -> profile.keys().length).sum()];
    int next = 0;
    for (int member = 0; member < profiles.size(); member++) {
      for (long key : profiles.get(member).keys()) {
        entries[next++] = (key & ~MEMBER_MASK) | member;
      }
    }
    Arrays.sort(entries);
    return entries;
  }

  private void divide(int size) {
    int[][] of = blocksOf(size, tooLarge);
    List<long[]> entries = new ArrayList<>();
    for (int member = 0; member < size; member++) {
      for (int i = 0; i < of[member].length; i++) {
        for (int j = i + 1; j < of[member].length; j++) {
          entries.add(new long[] {of[member][i], of[member][j], member});
        }
      }
    }
    // by pair of blocks, then by member
    entries.sort(Arrays::compare);
    for (int from = 0, to; from < entries.size(); from = to) {
      to = endOfPair(entries, from);
      addDivided(entries.subList(from, to));
    }
  }

  private void addDivided(List<long[]> run) {
    int[] block = run.stream().mapToInt(entry -> (int) entry[2]).toArray();
    if (block.length > largest) {
      oversized.add(new OversizedBlock(oversized.get((int) run.get(0)[0]).kind(), block.length));
    } else if (block.length > 1) {
      members.add(block);
    }
  }

  private static int endOfPair(List<long[]> entries, int from) {
    int to = from;
    while (to < entries.size()
        && entries.get(to)[0] == entries.get(from)[0]
        && entries.get(to)[1] == entries.get(from)[1]) {
      to++;
    }
    return to;
  }

  private static int endOfKey(long[] entries, int from) {
    int to = from;
    while (to < entries.length && entries[to] >>> MEMBER_BITS == entries[from] >>> MEMBER_BITS) {
      to++;
    }
    return to;
  }

  /** The blocks of each member, ascending. */
  private static int[][] blocksOf(int size, List<int[]> blocks) {
    int[] counts = new int[size];
    blocks.forEach(block -> Arrays.stream(block).forEach(member -> counts[member]++));
    int[][] of = new int[size][];
    for (int member = 0; member < size; member++) {
      of[member] = new int[counts[member]];
    }
    Arrays.fill(counts, 0);
    for (int block = 0; block < blocks.size(); block++) {
      for (int member : blocks.get(block)) {
        of[member][counts[member]++] = block;
      }
    }
    return of;
  }
}
