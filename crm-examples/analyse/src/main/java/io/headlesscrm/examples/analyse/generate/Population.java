package io.headlesscrm.examples.analyse.generate;

/**
 * The company's customers. None is kept: each is drawn anew from its own stream whenever it is asked
 * for, so that a million of them take no memory.
 *
 * <p>Buying rates follow a Gamma distribution, lifetimes an exponential one with a Gamma rate (the
 * Pareto/NBD story), spends a log-normal one with a tail of key accounts.
 */
final class Population {
  private static final double RATE_SHAPE = 0.8;
  /** Nobody buys almost never: such a customer would not be on the books. */
  private static final double RATE_FLOOR = 0.02;

  private static final double LIFE_SHAPE = 1.3;
  private static final double USUAL_LIFE_DAYS = 650;
  /** Part of the customers that the company had when its books begin, seen early in the period. */
  private static final double OLD_CUSTOMERS = 0.4;

  private static final double EARLY = 0.12;
  private static final double KEY_ACCOUNTS = 0.03;
  private static final double KEY_ACCOUNT_FACTOR = 7;

  private final GeneratorOptions options;
  private final Season season;

  Population(GeneratorOptions options, Season season) {
    this.options = options;
    this.season = season;
  }

  int size() {
    return options.customers();
  }

  Traits traits(int customer) {
    Draws draws = Draws.of(options.seed(), customer);
    int first = firstDay(draws);
    int last = lastDay(draws, first);
    double weight = (RATE_FLOOR + draws.gamma(RATE_SHAPE)) * season.mass(first, last);
    double spend = spend(draws);
    ServiceKind service = ServiceKind.at(draws.uniform());
    int lane = Lanes.at(draws.uniform());
    return new Traits(first, last, weight, spend, service, lane, Channel.at(draws.uniform()));
  }

  /** True where the customer stops buying before the books end. */
  boolean leaves(Traits traits) {
    return traits.lastDay() < season.days() - 1;
  }

  private int firstDay(Draws draws) {
    double part = draws.chance(OLD_CUSTOMERS) ? EARLY * draws.uniform() : draws.uniform();
    return season.dayAt(0, season.days() - 1, part);
  }

  private int lastDay(Draws draws, int first) {
    double leavingRate = draws.gamma(LIFE_SHAPE) / LIFE_SHAPE / USUAL_LIFE_DAYS;
    double life = draws.exponential() / Math.max(leavingRate, 1e-9);
    return (int) Math.min(season.days() - 1.0, first + life);
  }

  private static double spend(Draws draws) {
    double usual = StrictMath.exp(3.7 + 0.85 * draws.gaussian());
    return draws.chance(KEY_ACCOUNTS) ? usual * KEY_ACCOUNT_FACTOR : usual;
  }
}
