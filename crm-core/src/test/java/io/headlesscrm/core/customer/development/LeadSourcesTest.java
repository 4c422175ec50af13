package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.development.Changes.day;
import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.DORMANT;
import static io.headlesscrm.core.customer.stage.Stage.LOST;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static io.headlesscrm.core.customer.stage.Stage.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.development.LeadSources.Leads;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadSourcesTest {

  /** a bought, b and d are lost, c and e are open; x was a customer before anybody counted leads. */
  private static final Changes CHANGES = new Changes()
      .way("a", 0, POTENTIAL, 2, TARGET, 7, ACTUAL)
      .way("b", 0, POTENTIAL, 4, LOST)
      .way("c", 0, POTENTIAL)
      .way("d", 0, POTENTIAL, 4, LOST)
      .way("e", 0, POTENTIAL, 4, LOST, 5, TARGET)
      .way("x", 0, ACTUAL, 9, DORMANT);

  @Test
  void of_handMade_sumsToAllLeads() {
    Map<String, String> source = Map.of("a", "fair", "b", "fair", "c", "web", "d", "web");

    LeadSources leads = LeadSources.of(CHANGES.stays(30), customer -> source.get(customer.value()));

    assertThat(leads.sources())
        .isEqualTo(Map.of(
            "fair",
            new Leads(2, 1, 1),
            "web",
            new Leads(2, 0, 1),
            Funnel.UNKNOWN,
            new Leads(1, 0, 0)));
    assertThat(leads.all()).isEqualTo(new Leads(5, 1, 2));
    assertThat(leads.sources().get("fair").rate()).hasValue(0.5);
    assertThat(leads.sources().get("web").open()).isEqualTo(1);
    assertThat(leads.sources().get(Funnel.UNKNOWN).rate()).isEmpty();
  }

  /** The web form of "c" turns out to have come from the fair customer "a": one lead, from the fair, which bought. */
  @Test
  void read_afterAMerge_sourceOfTheOneThatStays() {
    CrmStorage storage = storage();
    assertThat(LeadSources.read(storage, day(30)).sources())
        .isEqualTo(Map.of(
            "fair",
            new Leads(1, 1, 0),
            "web",
            new Leads(1, 0, 0),
            Funnel.UNKNOWN,
            new Leads(3, 0, 2)));

    CustomerId gone = CustomerId.of("c");
    storage.unitOfWork().required(() -> {
      storage.store(Customer.TYPE).delete(gone, 1);
      return storage
          .log(StageChange.TYPE)
          .rewrite(
              LogQuery.where(StageChange.TYPE.of(gone)),
              change -> Optional.of(
                  StageChange.TYPE.customers().replaced(change, gone, CustomerId.of("a"))));
    });

    assertThat(LeadSources.read(storage, day(30)).sources())
        .isEqualTo(Map.of("fair", new Leads(1, 1, 0), Funnel.UNKNOWN, new Leads(3, 0, 2)));
  }

  private static CrmStorage storage() {
    CrmStorage storage = new InMemoryStorage();
    storage.unitOfWork().required(() -> {
      List.of(customer("a", "fair"), customer("c", "web"), customer("e", null))
          .forEach(storage.store(Customer.TYPE)::insert);
      return storage.log(StageChange.TYPE).append(CHANGES.all());
    });
    return storage;
  }

  private static Customer customer(String id, @Nullable String source) {
    return Customer.organisation(CustomerId.of(id), "Company " + id)
        .source(source)
        .build();
  }
}
