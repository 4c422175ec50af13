package io.headlesscrm.core.crm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import java.time.ZoneId;
import java.util.List;

/** The settings that decide what the counter is told. */
record Counter(
    ExchangeRates rates,
    ZoneId zone,
    RecognitionPolicy policy,
    CustomerId walkIn,
    List<CounterHint> hints) {

  Counter(Crm.Builder settings) {
    this(
        settings.rates,
        settings.zone,
        settings.recognition,
        settings.walkIn,
        List.copyOf(settings.hints));
  }
}
