package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Segmentation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;

class AbcPropertiesTest {

  private static final Measure COPY = Measure.of("copy", "EUR");

  @Provide
  Arbitrary<List<Customer>> customers() {
    return Bases.customers(-300);
  }

  @Property
  void segment_anyBase_equalsTheDefinitionWordForWord(
      @ForAll("customers") List<Customer> customers,
      @ForAll Boundary boundary,
      @ForAll ShareOf shareOf) {
    Abc abc = Abc.builder().boundary(boundary).shareOf(shareOf).build();

    assertThat(classes(abc.segment(Bases.of(customers))))
        .containsExactlyInAnyOrderElementsOf(byHand(customers, abc));
  }

  @Property
  void segment_sameAmountsAsAMeasure_sameClasses(
      @ForAll("customers") List<Customer> customers, @ForAll Boundary boundary) {
    CustomerBase base = Bases.of(customers);
    CustomerBase copied = base.with(COPY, base.values(Measure.MONETARY));

    assertThat(classes(Abc.builder().boundary(boundary).measure(COPY).build().segment(copied)))
        .isEqualTo(classes(Abc.builder().boundary(boundary).build().segment(base)));
  }

  @Property
  void segment_currencyInOtherUnits_sameClasses(
      @ForAll("customers") List<Customer> customers,
      @ForAll @LongRange(min = 2, max = 1000) long scale) {
    List<Customer> scaled = customers.stream()
        .map(customer -> customer.withCents(customer.cents() * scale))
        .toList();

    assertThat(classes(Abc.byValue().segment(Bases.of(scaled))))
        .isEqualTo(classes(Abc.byValue().segment(Bases.of(customers))));
  }

  @Property
  void segment_frozenOnItsOwnBase_sizesAreThoseOfTheFit(
      @ForAll("customers") List<Customer> customers,
      @ForAll Boundary boundary,
      @ForAll ShareOf shareOf,
      @ForAll NegativeValues negatives) {
    List<Customer> allowed = customers.stream()
        .filter(customer -> negatives != NegativeValues.REFUSED || customer.cents() >= 0)
        .toList();
    CustomerBase base = Bases.of(allowed);
    AbcModel model = Abc.builder()
        .boundary(boundary)
        .shareOf(shareOf)
        .negatives(negatives)
        .build()
        .fit(base);

    assertThat(List.copyOf(model.segment(base).counts().values()))
        .isEqualTo(model.fit().sizes());
    assertThat(model.fit().sizes().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(base.size());
  }

  @Property
  void rank_anyBase_agreesWithTheSegmentationAndDescends(
      @ForAll("customers") List<Customer> customers) {
    CustomerBase base = Bases.of(customers);
    AbcRanking ranking = Abc.byValue().rank(base);
    List<String> ranked =
        ranking.stream().map(value -> value.id() + " " + value.segment()).toList();

    assertThat(ranked).containsExactlyInAnyOrderElementsOf(classes(Abc.byValue().segment(base)));
    assertThat(ranking.stream().map(RankedValue::value).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(ranking.classes().stream().mapToInt(ClassShare::size).sum()).isEqualTo(base.size());
  }

  @Property
  void concentration_anyBase_equalsTheFormulas(@ForAll("customers") List<Customer> customers) {
    long[] values = customers.stream()
        .mapToLong(Customer::cents)
        .filter(cents -> cents >= 0)
        .sorted()
        .toArray();
    double total = LongStream.of(values).sum();
    int n = values.length;
    Concentration concentration = Abc.byValue().rank(Bases.of(customers)).concentration();
    if (total == 0) {
      assertThat(concentration.gini()).isNaN();
      assertThat(concentration.hoover()).isNaN();
      assertThat(concentration.hhi()).isNaN();
      return;
    }
    // half the mean absolute difference over the mean: another form of Gini
    double differences = 0;
    double deviations = 0;
    double squares = 0;
    for (long value : values) {
      for (long other : values) {
        differences += Math.abs(value - other);
      }
      deviations += Math.abs(value / total - 1.0 / n) / 2;
      squares += value / total * (value / total);
    }
    assertThat(concentration.gini()).isCloseTo(differences / (2 * n * total), byRounding());
    assertThat(concentration.hoover()).isCloseTo(deviations, byRounding());
    assertThat(concentration.hhi()).isCloseTo(squares, byRounding());
  }

  @Property
  void lorenz_anyBase_convexFromZeroToOne(@ForAll("customers") List<Customer> customers) {
    Concentration concentration = Abc.byValue().rank(Bases.of(customers)).concentration();
    List<LorenzPoint> points = concentration.lorenz(20);

    if (!Double.isNaN(concentration.gini())) {
      assertThat(points.get(0)).isEqualTo(new LorenzPoint(0, 0));
      assertThat(points.get(points.size() - 1)).isEqualTo(new LorenzPoint(1, 1));
      points.forEach(
          point -> assertThat(point.shareOfValue()).isLessThanOrEqualTo(point.shareOfSize()));
    }
  }

  private static Offset<Double> byRounding() {
    // a few thousand additions of doubles at most 1 in the formulas above
    return Offset.offset(3600 * 0x1p-53);
  }

  private static List<String> classes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(row -> segments.base().customer(row) + " " + segments.segment(row))
        .toList();
  }

  /** Sort, cumulate, compare fractions. */
  private static List<String> byHand(List<Customer> customers, Abc abc) {
    List<Customer> sorted = new ArrayList<>(customers);
    sorted.sort(Comparator.comparingLong(Customer::cents).reversed().thenComparing(Customer::id));
    BigDecimal total = sum(sorted, abc);
    BigDecimal before = BigDecimal.ZERO;
    List<String> classes = new ArrayList<>();
    for (Customer customer : sorted) {
      BigDecimal after = before.add(amount(customer, abc));
      BigDecimal reached = abc.boundary() == Boundary.INCLUSIVE ? after : before;
      classes.add(customer.id() + " " + classOf(reached, total, customer, abc));
      before = after;
    }
    return classes;
  }

  private static String classOf(BigDecimal reached, BigDecimal total, Customer customer, Abc abc) {
    for (int i = 0; i < 2; i++) {
      int order = reached
          .multiply(BigDecimal.valueOf(100))
          .compareTo(abc.limits().get(i).multiply(total));
      boolean within = abc.boundary() == Boundary.INCLUSIVE ? order <= 0 : order < 0;
      if (within && customer.cents() >= 0 && total.signum() > 0) {
        return i == 0 ? "A" : "B";
      }
    }
    return "C";
  }

  private static BigDecimal sum(List<Customer> customers, Abc abc) {
    BigDecimal value = customers.stream()
        .map(customer -> BigDecimal.valueOf(Math.max(0, customer.cents())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (abc.shareOf() == ShareOf.VALUE || value.signum() == 0) {
      return value;
    }
    return customers.stream()
        .map(customer -> amount(customer, abc))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(Customer customer, Abc abc) {
    if (customer.cents() < 0) {
      return BigDecimal.ZERO;
    }
    return abc.shareOf() == ShareOf.VALUE ? BigDecimal.valueOf(customer.cents()) : BigDecimal.ONE;
  }
}
