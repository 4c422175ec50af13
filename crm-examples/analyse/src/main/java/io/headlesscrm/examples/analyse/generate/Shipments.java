package io.headlesscrm.examples.analyse.generate;

/** Fills the schedule with services, lanes, channels and amounts, in its order. */
final class Shipments {
  private static final double USUAL_SERVICE = 0.78;
  private static final double USUAL_LANE = 0.7;
  private static final double USUAL_CHANNEL = 0.85;
  private static final double SPREAD = 0.38;
  private static final double LEAST = 6;

  private final Schedule schedule;
  private final Population population;
  private final Draws draws;

  Shipments(GeneratorOptions options, Schedule schedule, Population population) {
    this.schedule = schedule;
    this.population = population;
    this.draws = Draws.of(options.seed(), -2);
  }

  int size() {
    return schedule.size();
  }

  /** The shipment at a place of the schedule; to be called once for each, in order. */
  Shipment next(int purchase) {
    int customer = schedule.customer(purchase);
    Traits traits = population.traits(customer);
    ServiceKind service = service(traits);
    return new Shipment(
        purchase + 1,
        customer,
        schedule.day(purchase),
        service,
        draws.chance(USUAL_LANE) ? traits.lane() : Lanes.at(draws.uniform()),
        draws.chance(USUAL_CHANNEL) ? traits.channel() : Channel.at(draws.uniform()),
        cents(traits, service));
  }

  private ServiceKind service(Traits traits) {
    return draws.chance(USUAL_SERVICE) ? traits.service() : ServiceKind.at(draws.uniform());
  }

  private long cents(Traits traits, ServiceKind service) {
    // The mean of the log-normal factor is 1.
    double factor = StrictMath.exp(SPREAD * draws.gaussian() - SPREAD * SPREAD / 2);
    return Math.round(100 * (LEAST + traits.spend() * service.price() * factor));
  }
}
