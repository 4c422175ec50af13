package io.headlesscrm.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceJsonTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  @Test
  void reason_everyTypeOfValue_roundTrip() {
    Reason reason = Reason.of("sample.silent")
        .with("days", 96)
        .with("risk", Double.NaN)
        .withValue("amount", new BigDecimal("1.50"))
        .withValue("since", MARCH)
        .withValue("who", "C1")
        .withValue("inner", Reason.of("sample.inner").with("x", .1));

    assertThat(EvidenceJson.toReason(reread(EvidenceJson.toJson(reason)))).isEqualTo(reason);
  }

  @Test
  void provenance_roundTrip() {
    Provenance provenance = new Provenance(
        "rfm", new TreeMap<>(), new ObservationWindow(MARCH, MARCH.plusDays(9)), 3, "0.1");

    assertThat(EvidenceJson.toProvenance(reread(EvidenceJson.toJson(provenance))))
        .isEqualTo(provenance);
  }

  private static JsonDocument reread(JsonDocument json) {
    return JsonDocument.parse(json.toString());
  }
}
