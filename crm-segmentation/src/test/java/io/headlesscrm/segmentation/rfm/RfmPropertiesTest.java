package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RfmPropertiesTest {

  @Provide
  Arbitrary<List<Customer>> customers() {
    return Bases.customers(-300);
  }

  @Provide
  Arbitrary<Binning> binnings() {
    return Arbitraries.of(Binning.class).filter(binning -> binning != Binning.FAIL);
  }

  @Property
  void scores_anyBinning_equalTheDefinitionWordForWord(
      @ForAll("customers") List<Customer> customers,
      @ForAll("binnings") Binning binning,
      @ForAll @IntRange(min = 2, max = 7) int bins) {
    CustomerBase base = Bases.of(customers);

    RfmScores scores =
        Rfm.builder().bins(bins).binning(binning).build().fit(base).scores(base);

    BinningByHand byHand = new BinningByHand(base, binning, bins);
    for (int row = 0; row < base.size(); row++) {
      for (Axis axis : Axis.values()) {
        assertThat(scores.score(row).on(axis))
            .as("%s of row %s", axis, row)
            .isEqualTo(byHand.score(axis, row));
      }
    }
  }

  @Property
  void sizes_anyBinning_areThoseOfTheScoresAndSumToTheBase(
      @ForAll("customers") List<Customer> customers, @ForAll("binnings") Binning binning) {
    CustomerBase base = Bases.of(customers);
    RfmModel model = Rfm.builder().binning(binning).build().fit(base);
    RfmScores scores = model.scores(base);

    for (Axis axis : Axis.values()) {
      int[] sizes = new int[5];
      for (int row = 0; row < base.size(); row++) {
        sizes[scores.score(row).on(axis) - 1]++;
      }
      assertThat(model.bins(axis).sizes()).isEqualTo(Ints.asList(sizes));
    }
    assertThat(model.segment(base).counts().values().stream()
            .mapToInt(Integer::intValue)
            .sum())
        .isEqualTo(base.size());
  }

  @Property
  void scores_currencyInOtherUnits_sameButForRRfm(
      @ForAll("customers") List<Customer> customers,
      @ForAll("binnings") Binning binning,
      @ForAll @LongRange(min = 2, max = 1000) long scale) {
    List<Customer> scaled = customers.stream()
        .map(customer -> customer.withCents(customer.cents() * scale))
        .toList();

    if (binning != Binning.R_RFM) {
      assertThat(segments(Bases.of(scaled), binning))
          .isEqualTo(segments(Bases.of(customers), binning));
    }
  }

  @Property
  void segments_rowsInAnyOrder_same(
      @ForAll("customers") List<Customer> customers,
      @ForAll("binnings") Binning binning,
      @ForAll long seed) {
    List<Customer> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(seed));

    CustomerBase base = ofRows(customers);
    CustomerBase other = ofRows(shuffled);

    assertThat(segments(other, binning)).isEqualTo(segments(base, binning));
    assertThat(Rfm.builder().binning(binning).build().fit(other))
        .isEqualTo(Rfm.builder().binning(binning).build().fit(base));
  }

  @Property
  void segment_partOfTheBase_sameAsInTheWhole(
      @ForAll("customers") List<Customer> customers, @ForAll("binnings") Binning binning) {
    RfmModel model = Rfm.builder().binning(binning).build().fit(Bases.of(customers));
    Segmentation whole = model.segment(Bases.of(customers));
    CustomerBase part = Bases.of(customers.subList(0, customers.size() / 2));
    Segmentation segments = model.segment(part);

    for (int row = 0; row < part.size(); row++) {
      assertThat(whole.findSegment(part.customer(row))).contains(segments.segment(row));
    }
  }

  @Property
  void scores_betterValue_neverLower(
      @ForAll("customers") List<Customer> customers, @ForAll("binnings") Binning binning) {
    CustomerBase base = Bases.of(customers);
    RfmModel model = Rfm.builder().binning(binning).build().fit(base);

    for (Axis axis : Axis.values()) {
      int before = 1;
      for (long key = -600_000; key <= 600_000; key += key >= -20 && key < 20 ? 1 : 9_999) {
        int score = model.bins(axis).score(axis.toKey(key), CustomerId.of("c5"));
        assertThat(score).isBetween(before, 5);
        before = score;
      }
    }
  }

  @Property
  void moves_anyCustomer_theDistanceChangesTheSegmentAndAHairLessDoesNot(
      @ForAll("customers") List<Customer> customers, @ForAll("binnings") Binning binning) {
    CustomerBase base = Bases.of(customers);
    RfmModel model = Rfm.builder().binning(binning).build().fit(base);

    for (int row = 0; row < base.size(); row++) {
      Moves moves = new Moves(model, base, row);
      Segment current = model.segment(base).segment(row);
      for (Move move : moves.upwards()) {
        assertThat(moved(model, base, row, move, 0))
            .isEqualTo(move.segment())
            .matches(segment -> segment.isBetterThan(current));
        assertThat(moved(model, base, row, move, 1).isBetterThan(current)).isFalse();
      }
      Optional<Move> decline = moves.findDecline();
      if (decline.isPresent()) {
        Segment worse = moved(model, base, row, decline.get(), 0);
        assertThat(current.isBetterThan(worse)).isTrue();
        assertThat(moved(model, base, row, decline.get(), 1)).isEqualTo(current);
      }
    }
  }

  /** Where the customer would be with the needed value, or with one that is nearer by so many units. */
  private static Segment moved(RfmModel model, CustomerBase base, int row, Move move, int nearer) {
    long value = move.axis().value(base, row);
    long there = move.needed() + (move.needed() > value ? -nearer : nearer);
    CustomerId id = base.customer(row);
    return model.segment(model.score(
        id,
        move.axis() == Axis.RECENCY ? there : base.recencyDays(row),
        move.axis() == Axis.FREQUENCY ? there : base.purchases(row),
        move.axis() == Axis.MONETARY ? there : base.spendMinor(row)));
  }

  private static List<String> segments(CustomerBase base, Binning binning) {
    Segmentation segments = Rfm.builder().binning(binning).build().segment(base);
    List<String> named = new ArrayList<>();
    for (int row = 0; row < base.size(); row++) {
      named.add(base.customer(row) + " " + segments.segment(row));
    }
    return named;
  }

  private static CustomerBase ofRows(List<Customer> customers) {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR);
    for (Customer customer : customers) {
      for (int i = 0; i < customer.purchases(); i++) {
        log.add(
            CustomerId.of(customer.id()),
            Bases.AS_OF.minusDays(customer.days() + i),
            new Money(Math.abs(customer.cents()), Bases.EUR));
      }
    }
    return log.build().asOf(Bases.AS_OF);
  }
}
