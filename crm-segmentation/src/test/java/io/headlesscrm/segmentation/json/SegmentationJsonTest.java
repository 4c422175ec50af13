package io.headlesscrm.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.Boundary;
import io.headlesscrm.segmentation.abc.NegativeValues;
import io.headlesscrm.segmentation.abc.ShareOf;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.Binning;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.rfm.RfmRules;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationJsonTest {

  private static final SegmentationJson JSON = SegmentationJson.standard();
  private static final CustomerBase BASE = Bases.amounts(100, 200, 300, 400, 500);

  @Provide
  Arbitrary<List<Customer>> customers() {
    return Bases.customers(-300);
  }

  @Provide
  Arbitrary<Binning> binnings() {
    return Arbitraries.of(Binning.class).filter(binning -> binning != Binning.FAIL);
  }

  @Property(tries = 300)
  void toModel_rfm_equalToTheWritten(
      @ForAll("customers") List<Customer> customers, @ForAll("binnings") Binning binning) {
    CustomerBase base = Bases.of(customers);
    RfmModel model = Rfm.builder().binning(binning).build().fit(base);

    SegmentationModel again = roundTrip(model);

    assertThat(again).isEqualTo(model);
    assertThat(again.segment(base).counts()).isEqualTo(model.segment(base).counts());
    assertThat(again.notices()).isEqualTo(model.notices());
  }

  @Property(tries = 300)
  void toModel_abc_equalToTheWritten(
      @ForAll("customers") List<Customer> customers,
      @ForAll Boundary boundary,
      @ForAll ShareOf shareOf) {
    CustomerBase base = Bases.of(customers);
    SegmentationModel model =
        Abc.builder().boundary(boundary).shareOf(shareOf).build().fit(base);

    assertThat(roundTrip(model)).isEqualTo(model);
    assertThat(roundTrip(model).notices()).isEqualTo(model.notices());
  }

  @Test
  void toModel_abcOfAMeasure_everyDigitOfADouble() {
    Measure margin = Measure.of("margin", "");
    CustomerBase base = BASE.with(margin, new double[] {1.0 / 3, -1e-7, 1e21, Double.NaN, 5});
    SegmentationModel model = Abc.builder()
        .measure(margin)
        .limits(12.5, 50, 99.9)
        .negatives(NegativeValues.FLOORED)
        .build()
        .fit(base);

    assertThat(roundTrip(model)).isEqualTo(model);
    assertThat(roundTrip(model).segment(base).counts())
        .isEqualTo(model.segment(base).counts());
  }

  @Test
  void toModel_ownRulesAndThresholds_equalToTheWritten() {
    RfmRules rules = RfmRules.builder("own")
        .levels(3)
        .rule(new Segment("g", "Good", "好", 2), "2-3", "1-3", "1-3")
        .otherwise(new Segment("b", "Bad", "差", 0))
        .build();
    RfmModel model =
        Rfm.builder().thresholds(Axis.RECENCY, 90, 30).rules(rules).build().fit(BASE);

    assertThat(roundTrip(model)).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1 | \"version\" : 2 | version is 2, it must be from 1 to 1",
        "\"kind\" : \"rfm\" | \"kind\" : \"bg-nbd\" | must be one of [abc, ",
        "\"currency\" : \"EUR\" | \"currency\" : \"EU\" | currency is \"EU\", it must be an ISO 4217 code",
        "\"binning\" : \"own\" | \"binned\" : \"own\" | recency.binning is missing",
        "\"levels\" : 5 | \"levels\" : 4 | its levels must be at most 4",
        "\"segment\" : \"Champions\" | \"segment\" : \"Kings\" | rules.rules[0].segment is \"Kings\"",
        "\"rank\" : 10 | \"rank\" : -1 | rank is -1, it must be from 0",
        "\"value\" : 300 | \"value\" : 900 | monetary threshold of score 4 is 400 after 900",
        "\"value\" : 300 | \"value\" : 300.5 | must be a whole number",
      })
  void toModel_damagedForeignOrLater_saysWhere(String from, String to, String message) {
    String json = JSON.toJson(Rfm.builder()
            .thresholds(Axis.RECENCY, 30, 10)
            .thresholds(Axis.FREQUENCY, 2, 4)
            .build()
            .fit(BASE))
        .toString();
    String damaged = json.replace(from, to);
    assertThat(damaged).as(json).isNotEqualTo(json);

    assertThatThrownBy(() -> JSON.toModel(JsonDocument.parse(damaged)))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Maybe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"3.00\" | \"3.001\" | 3.001",
        "\"3.00\" | \"1.00\" | limit of class B",
        "\"percent\" : [ \"80\" | \"percent\" : [ \"x\" | percent is \"x\", it must be a decimal",
        "\"percent\" : [ \"80\" | \"percent\" : [ \"96\" | must ascend",
        "\"sizes\" : [ 3, | \"sizes\" : [ | there are 2 limits and 2 classes",
        "\"boundary\" : \"inclusive\" | \"boundary\" : \"exact\" | boundary is \"exact\"",
      })
  void toModel_damagedAbc_saysWhere(String from, String to, String message) {
    String json = JSON.toJson(Abc.byValue().fit(BASE)).toString();
    String damaged = json.replace(from, to);
    assertThat(damaged).as(json).isNotEqualTo(json);

    assertThatThrownBy(() -> JSON.toModel(JsonDocument.parse(damaged)))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message);
  }

  /** What a host writes for a strategy of its own: everybody is in one segment. */
  private record Everybody(Segment segment, Provenance provenance) implements SegmentationModel {

    @Override
    public String kind() {
      return "everybody";
    }

    @Override
    public List<Segment> segments() {
      return List.of(segment);
    }

    @Override
    public List<Reason> notices() {
      return List.of();
    }

    @Override
    public Segmentation segment(CustomerBase base) {
      return Segmentation.of(this, base, row -> 0, row -> List.of());
    }
  }

  private static final class EverybodyCodec implements ModelCodec<Everybody> {

    @Override
    public String kind() {
      return "everybody";
    }

    @Override
    public int version() {
      return 3;
    }

    @Override
    public Class<Everybody> type() {
      return Everybody.class;
    }

    @Override
    public void write(Everybody model, JsonDocument.Builder json) {
      json.put("name", model.segment().name())
          .put("provenance", EvidenceJson.toJson(model.provenance()));
    }

    @Override
    public Everybody read(JsonDocument json, int version) {
      return new Everybody(
          Segment.of(json.text("name"), "所有人", 0),
          EvidenceJson.toProvenance(json.object("provenance")));
    }
  }

  @Test
  void with_codecOfTheHost_readsAndWritesItsModels() {
    Everybody model = new Everybody(
        Segment.of("All", "所有人", 0),
        Provenance.of("everybody", Map.of(), BASE.window(), BASE.size()));

    JsonDocument json = JSON.with(new EverybodyCodec()).toJson(model);

    assertThat(json.whole("version")).isEqualTo(3);
    assertThat(JSON.with(new EverybodyCodec()).toModel(json)).isEqualTo(model);
    assertThatThrownBy(() -> JSON.toJson(model))
        .hasMessageContaining("\"everybody\", it must be one of [abc, ");
  }

  @Test
  void with_kindThatIsKnown_refused() {
    assertThatThrownBy(() -> JSON.with(new RfmCodec())).hasMessageContaining("\"rfm\"");
  }

  private static SegmentationModel roundTrip(SegmentationModel model) {
    return JSON.toModel(JsonDocument.parse(JSON.toJson(model).toString()));
  }
}
