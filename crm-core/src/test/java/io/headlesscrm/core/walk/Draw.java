package io.headlesscrm.core.walk;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws made-up values; the same seed gives the same values. Few ids, so that values meet each other. */
public final class Draw {

  public static final List<CustomerId> CUSTOMERS =
      IntStream.range(0, 5).mapToObj(i -> CustomerId.of("cust-" + i)).toList();

  public static final List<ActorId> ACTORS =
      IntStream.range(0, 3).mapToObj(i -> ActorId.of("actor-" + i)).toList();

  private static final List<String> TEXTS = List.of("Harbour", "順豐", "O'Neil \"&\" Co", "🚚 80%");

  private final Random random;
  private int ids;

  public Draw(long seed) {
    this.random = new Random(seed);
  }

  /** New with each call. */
  public String id() {
    return "id" + ids++;
  }

  /** New with each call. */
  public int number() {
    return ++ids;
  }

  public CustomerId customer() {
    return CUSTOMERS.get(whole(CUSTOMERS.size()));
  }

  public List<CustomerId> customers() {
    return CUSTOMERS.stream().filter(customer -> chance()).toList();
  }

  public CustomerId customerOtherThan(CustomerId id) {
    CustomerId drawn = customer();
    return drawn.equals(id) ? CUSTOMERS.get((CUSTOMERS.indexOf(id) + 1) % CUSTOMERS.size()) : drawn;
  }

  public ActorId actor() {
    return ACTORS.get(whole(ACTORS.size()));
  }

  public List<ActorId> actors() {
    return ACTORS.stream().filter(actor -> chance()).toList();
  }

  /** Found nowhere but where it was drawn for. */
  public String personal() {
    return "secret-" + TEXTS.get(whole(TEXTS.size())) + "-" + ids++ + "!";
  }

  public int whole(int bound) {
    return random.nextInt(bound);
  }

  public boolean chance() {
    return random.nextBoolean();
  }

  public LocalDate day() {
    return LocalDate.of(2026, 1, 1).plusDays(whole(300));
  }

  public Instant instant() {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(whole(1000) * 3600L);
  }
}
