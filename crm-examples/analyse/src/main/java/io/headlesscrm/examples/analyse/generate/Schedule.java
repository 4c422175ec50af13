package io.headlesscrm.examples.analyse.generate;

import java.util.Arrays;

/**
 * Who buys on which day, in the order of the days and shuffled within a day, as an invoicing system
 * would number them. Eight bytes a purchase, the only thing that grows with their number.
 */
final class Schedule {
  private static final int CUSTOMER_BITS = 28;
  private static final int SHUFFLE_BITS = 20;
  private static final long CUSTOMER_MASK = (1L << CUSTOMER_BITS) - 1;

  /** Day, a shuffling number and the customer, from the high bits to the low ones. */
  private final long[] entries;

  private Schedule(long[] entries) {
    this.entries = entries;
  }

  static Schedule of(GeneratorOptions options, Season season, Population population) {
    Planner planner = new Planner(options, season, population);
    long[] entries = planner.plan();
    Arrays.sort(entries);
    return new Schedule(entries);
  }

  int size() {
    return entries.length;
  }

  int day(int purchase) {
    return (int) (entries[purchase] >>> (CUSTOMER_BITS + SHUFFLE_BITS));
  }

  int customer(int purchase) {
    return (int) (entries[purchase] & CUSTOMER_MASK);
  }

  /**
   * Deals the purchases out. The first of each customer is given; the others are dealt by a
   * multinomial draw over the customers' weights, as a sequence of binomial ones, which is what
   * independent Poisson buyers do once their sum is known. So the sum is met exactly.
   */
  private static final class Planner {
    private final Season season;
    private final Population population;
    private final Draws draws;
    private final long[] entries;
    private int filled;

    Planner(GeneratorOptions options, Season season, Population population) {
      this.season = season;
      this.population = population;
      this.draws = Draws.of(options.seed(), -1);
      this.entries = new long[options.purchases()];
    }

    long[] plan() {
      double weightLeft = totalWeight();
      int repeatsLeft = entries.length - population.size();
      for (int customer = 0; customer < population.size(); customer++) {
        Traits traits = population.traits(customer);
        boolean lastOne = customer == population.size() - 1;
        double share = lastOne ? 1 : traits.weight() / Math.max(weightLeft, traits.weight());
        int repeats = draws.binomial(repeatsLeft, share);
        place(customer, traits, repeats);
        repeatsLeft -= repeats;
        weightLeft -= traits.weight();
      }
      return entries;
    }

    private double totalWeight() {
      double total = 0;
      for (int customer = 0; customer < population.size(); customer++) {
        total += population.traits(customer).weight();
      }
      return total;
    }

    private void place(int customer, Traits traits, int repeats) {
      put(customer, traits.firstDay());
      for (int i = 0; i < repeats; i++) {
        put(customer, season.dayAt(traits.firstDay(), traits.lastDay(), draws.uniform()));
      }
    }

    private void put(int customer, int day) {
      long shuffle = draws.below(1 << SHUFFLE_BITS);
      entries[filled++] =
          (long) day << (CUSTOMER_BITS + SHUFFLE_BITS) | shuffle << CUSTOMER_BITS | customer;
    }
  }
}
