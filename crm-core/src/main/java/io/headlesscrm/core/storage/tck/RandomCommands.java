package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Made-up commands over few ids and keys, so that they meet each other. */
final class RandomCommands {

  private static final List<String> IDS = List.of("a", "B", "b", "顺", "🚚");
  private static final List<String> WORDS = List.of("", "shun", "Shun", "shun feng", "顺丰", "100%");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Random random;
  private final boolean withWords;

  RandomCommands(Random random, boolean withWords) {
    this.random = random;
    this.withWords = withWords;
  }

  List<RandomUnit> units(int most) {
    return some(1 + random.nextInt(most), this::unit);
  }

  private RandomUnit unit() {
    RandomUnit.Ending ending = switch (random.nextInt(8)) {
      case 0 -> RandomUnit.Ending.FAILED;
      case 1 -> RandomUnit.Ending.DOOMED;
      case 2, 3 -> RandomUnit.Ending.JOINED;
      default -> RandomUnit.Ending.KEPT;
    };
    return new RandomUnit(some(1 + random.nextInt(5), this::command), ending);
  }

  private Command command() {
    return switch (random.nextInt(11)) {
      case 0 -> new Command.Find(pick(IDS));
      case 1, 2 -> new Command.Insert(specimen());
      case 3, 4 -> new Command.Update(specimen(), random.nextInt(4) == 0 ? 1 : 0);
      case 5 -> new Command.Delete(pick(IDS), random.nextInt(4) == 0 ? 1 : 0);
      case 6 -> new Command.ListRecords(query(), 1 + random.nextInt(4));
      case 7 -> new Command.Append(some(random.nextInt(4), this::happening));
      case 8 -> new Command.ListFacts(logQuery(), 1 + random.nextInt(4));
      case 9 -> new Command.ReadFacts(logQuery());
      default -> new Command.Rewrite(logQuery(), random.nextInt(3), pick(WORDS));
    };
  }

  private Specimen specimen() {
    return Specimen.of(pick(IDS))
        .withCustomer(CustomerId.of(pick(IDS)))
        .withName(pick(WORDS))
        .withAliases(some(random.nextInt(3), () -> pick(WORDS)).toArray(String[]::new))
        .withRank(random.nextBoolean() ? null : (long) random.nextInt(3))
        .withDay(random.nextBoolean() ? null : LocalDate.of(2026, 3, 1 + random.nextInt(2)));
  }

  private Happening happening() {
    return Happening.of(pick(IDS) + random.nextInt(3), time())
        .withCustomer(CustomerId.of(pick(IDS)))
        .withKind(pick(WORDS))
        .withSize(random.nextInt(3))
        .withNote(random.nextBoolean() ? null : pick(WORDS));
  }

  private Query<Specimen> query() {
    Query<Specimen> query = Query.where(criterion(2));
    query = switch (random.nextInt(4)) {
      case 0 -> query.orderedBy(Specimen.RANK);
      case 1 -> query.orderedBy(Specimen.NAME);
      case 2 -> query.orderedBy(Specimen.DAY);
      default -> query;
    };
    return random.nextBoolean() ? query : query.reversed();
  }

  private Criterion<Specimen> criterion(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> Criterion.all();
      case 1 -> Specimen.NAME.is(pick(WORDS));
      case 2 -> Specimen.RANK.between((long) random.nextInt(2), (long) random.nextInt(4));
      case 3 -> Criterion.startsWith(Specimen.ALIAS, pick(WORDS));
      case 4 -> Specimen.TYPE.of(CustomerId.of(pick(IDS)));
      case 5 -> Specimen.DAY.atLeast(LocalDate.of(2026, 3, 2));
      case 6 -> withWords ? Specimen.WORDS.contains(pick(WORDS)) : Specimen.ALIAS.is("shun");
      case 7 -> criterion(depth - 1).and(criterion(depth - 1));
      default -> criterion(depth - 1).or(criterion(depth - 1));
    };
  }

  private LogQuery<Happening> logQuery() {
    LogQuery<Happening> query = LogQuery.where(logCriterion());
    query = random.nextInt(3) == 0 ? query.since(time()) : query;
    query = random.nextInt(3) == 0 ? query.before(time()) : query;
    return random.nextBoolean() ? query : query.reversed();
  }

  private Criterion<Happening> logCriterion() {
    return switch (random.nextInt(5)) {
      case 0 -> Happening.KIND.is(pick(WORDS));
      case 1 -> Happening.SIZE.below((long) random.nextInt(4));
      case 2 -> Happening.TYPE.of(CustomerId.of(pick(IDS)));
      case 3 -> Happening.KIND.is(pick(WORDS)).or(Happening.SIZE.is((long) random.nextInt(3)));
      default -> Criterion.all();
    };
  }

  private Instant time() {
    return NOON.plusNanos(random.nextInt(4));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> List<T> some(int number, Supplier<T> one) {
    return Stream.generate(one).limit(number).toList();
  }
}
