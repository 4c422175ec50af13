package io.headlesscrm.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.json.SegmentationJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every strategy must stand, whatever it looks at: a test of a strategy says which one it is and inherits the rest.
 * Bases are random with a fixed seed, so that a failure can be seen again.
 */
public abstract class StrategyKit {

  private static final int BASES = 61;

  /** The strategy under test. Cuts come from the base, so that a currency in other units changes nothing. */
  protected abstract SegmentationStrategy strategy();

  /**
   * Adds the measures that the strategy needs. A value may depend on the customer's own row only; amounts must grow with
   * its spend, so that a currency in other units scales them too.
   */
  protected CustomerBase prepared(CustomerBase base) {
    return base;
  }

  @Test
  protected void segment_anyBase_eachCustomerIsInOneListedSegment() {
    for (List<Customer> customers : randomBases()) {
      CustomerBase base = prepared(Bases.of(customers));
      Segmentation segments = strategy().segment(base);

      assertThat(segments.size()).isEqualTo(base.size());
      assertThat(segments.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(base.size());
      assertThat(
              segments.spend().values().stream().mapToLong(m -> m.minorUnits()).sum())
          .isEqualTo(customers.stream().mapToLong(Customer::cents).sum());
      assertThat(new HashSet<>(segments.model().segments()))
          .hasSameSizeAs(segments.model().segments());
    }
  }

  @Test
  protected void segment_rowsInAnotherOrder_sameSegmentsAndModel() {
    Random random = new Random(11);
    for (List<Customer> customers : randomBases()) {
      List<Customer> shuffled = new ArrayList<>(customers);
      Collections.shuffle(shuffled, random);
      SegmentationModel model = strategy().fit(prepared(Bases.of(customers)));
      SegmentationModel other = strategy().fit(prepared(Bases.of(shuffled)));

      assertThat(other).isEqualTo(model);
      assertThat(codes(other.segment(prepared(Bases.of(shuffled)))))
          .isEqualTo(codes(model.segment(prepared(Bases.of(customers)))));
    }
  }

  @Test
  protected void segment_currencyInOtherUnits_sameSegments() {
    for (List<Customer> customers : randomBases()) {
      List<Customer> scaled = customers.stream()
          .map(customer -> customer.withCents(customer.cents() * 128))
          .toList();

      assertThat(codes(strategy().segment(prepared(Bases.of(scaled)))))
          .isEqualTo(codes(strategy().segment(prepared(Bases.of(customers)))));
    }
  }

  @Test
  protected void segment_frozenOrRefittedOnTheSameBase_equal() {
    for (List<Customer> customers : randomBases()) {
      CustomerBase base = prepared(Bases.of(customers));
      SegmentationModel model = strategy().fit(base);

      assertThat(strategy().fit(base)).isEqualTo(model).hasSameHashCodeAs(model);
      assertThat(codes(model.segment(base))).isEqualTo(codes(strategy().segment(base)));
    }
  }

  @Test
  protected void segment_frozenOnOneCustomerAlone_sameSegmentAsAmongAll() {
    for (List<Customer> customers : randomBases().subList(0, 20)) {
      CustomerBase base = prepared(Bases.of(customers));
      SegmentationModel model = strategy().fit(base);
      List<String> codes = codes(model.segment(base));
      for (Customer customer : customers) {
        Segmentation alone = model.segment(prepared(Bases.of(List.of(customer))));

        assertThat(codes).containsAll(codes(alone));
      }
    }
  }

  @Test
  protected void toModel_writtenAsJson_equalAndScoresAlike() {
    for (List<Customer> customers : randomBases()) {
      CustomerBase base = prepared(Bases.of(customers));
      SegmentationModel model = strategy().fit(base);
      String written = SegmentationJson.standard().toJson(model).toString();
      SegmentationModel again = SegmentationJson.standard().toModel(JsonDocument.parse(written));

      assertThat(again).isEqualTo(model);
      assertThat(again.notices()).isEqualTo(model.notices());
      assertThat(codes(again.segment(base))).isEqualTo(codes(model.segment(base)));
    }
  }

  @Test
  protected void segment_noneOneTwoAllEqualAllNegative_aClearAnswer() {
    for (CustomerBase plain : Bases.degenerate()) {
      CustomerBase base = prepared(plain);
      SegmentationModel model = strategy().fit(base);
      Segmentation segments = model.segment(base);

      assertThat(segments.size()).isEqualTo(base.size());
      assertThat(model.provenance().customers()).isEqualTo(base.size());
      assertSaid(model.notices());
      for (int row = 0; row < base.size(); row++) {
        assertSaid(segments.explain(row).reasons());
        assertThat(segments.explain(row).reasons()).isNotEmpty();
      }
      assertThat(model.segment(prepared(Bases.amounts(100, 5_000, -3))).size()).isEqualTo(3);
    }
    assertThat(strategy().fit(prepared(Bases.of(List.of()))).notices()).isNotEmpty();
  }

  @Test
  protected void explain_everyCustomer_bothLanguagesWithoutGaps() {
    for (List<Customer> customers : randomBases()) {
      Segmentation segments = strategy().segment(prepared(Bases.of(customers)));
      assertSaid(segments.model().notices());
      for (int row = 0; row < segments.size(); row++) {
        assertSaid(segments.explain(row).reasons());
      }
    }
  }

  /** No key without a text, no place without a value, and Chinese where Chinese is asked for. */
  private static void assertSaid(List<Reason> reasons) {
    for (Reason reason : reasons) {
      String chinese = reason.text(Locale.SIMPLIFIED_CHINESE);

      assertThat(reason.text(Locale.ENGLISH)).doesNotContain(reason.key(), "{", "}");
      assertThat(chinese).doesNotContain(reason.key(), "{", "}");
      assertThat(chinese.codePoints().anyMatch(Character::isIdeographic))
          .as(chinese)
          .isTrue();
    }
  }

  protected static List<String> codes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(
            row -> segments.base().customer(row) + " " + segments.segment(row).code())
        .toList();
  }

  /** Bases of 0 to 60 customers, many of them equal on one axis or another. */
  protected static List<List<Customer>> randomBases() {
    List<List<Customer>> bases = new ArrayList<>();
    for (int seed = 0; seed < BASES; seed++) {
      bases.add(random(new Random(seed), seed % 61));
    }
    return bases;
  }

  protected static List<Customer> random(Random random, int size) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long cents = random.nextBoolean() ? random.nextInt(320) - 300 : random.nextInt(500_000);
      customers.add(Bases.customer(
          "c" + (i * 37 % 101), 1 + random.nextInt(400), 1 + random.nextInt(8), cents));
    }
    return customers;
  }
}
