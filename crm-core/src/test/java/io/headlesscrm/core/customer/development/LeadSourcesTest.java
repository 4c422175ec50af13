package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.development.Changes.day;
import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.DORMANT;
import static io.headlesscrm.core.customer.stage.Stage.LOST;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static io.headlesscrm.core.customer.stage.Stage.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.development.LeadSources.Leads;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadSourcesTest {

  private final CrmStorage storage = storage();

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

  /** The customer "a", of whom nobody knew the source, turns out to be the web form "c": one lead from the web that bought. */
  @Test
  void read_afterAMerge_sourceSurvives() {
    assertThat(LeadSources.read(storage, day(30)).sources())
        .isEqualTo(Map.of("web", new Leads(2, 0, 1), Funnel.UNKNOWN, new Leads(3, 1, 1)));

    merge("a", "c");

    assertThat(LeadSources.read(storage, day(30)).sources())
        .isEqualTo(Map.of("web", new Leads(2, 1, 1), Funnel.UNKNOWN, new Leads(2, 0, 1)));
    assertThat(LeadSources.read(storage, day(30)).all()).isEqualTo(new Leads(4, 1, 2));
  }

  /** Both came from somewhere: the source of the one that stays counts. */
  @Test
  void read_afterAMergeOfTwoWithASource_survivorsSource() {
    merge("d", "f");

    assertThat(LeadSources.read(storage, day(30)).sources().get("web"))
        .isEqualTo(new Leads(2, 0, 1));
    assertThat(LeadSources.read(storage, day(30)).sources()).doesNotContainKey("fair");
  }

  private void merge(String winner, String loser) {
    TypeRegistry registry = TypeRegistry.of(
        Stream.concat(Stream.of(Customer.TYPE, StageChange.TYPE), Merge.TYPES.stream())
            .toList());
    Merge.over(storage, registry)
        .plan(CustomerId.of(winner), CustomerId.of(loser), FieldChoices.combined())
        .apply(MergeId.of("M1"), ActorId.of("clerk"), day(31))
        .orThrow();
  }

  private static CrmStorage storage() {
    CrmStorage storage = new InMemoryStorage();
    storage.unitOfWork().required(() -> {
      List.of(
              customer("a", null),
              customer("b", null),
              customer("c", "web"),
              customer("d", "web"),
              customer("e", null),
              customer("f", "fair"))
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
