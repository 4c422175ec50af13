package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.date;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ownership.AccountFacts;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.ownership.HandoverOutcome;
import io.headlesscrm.core.customer.ownership.Load;
import io.headlesscrm.core.customer.ownership.Loads;
import io.headlesscrm.core.customer.ownership.PoolReturn;
import io.headlesscrm.core.customer.ownership.PoolRule;
import io.headlesscrm.core.customer.ownership.PoolRules;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTest {

  private static final ActorId LIN = ActorId.of("lin");
  private static final ActorId WU = ActorId.of("wu");

  private final Crm crm =
      new Company().with(named(C1, "Shunfeng Toys"), named(C2, "Harbour Foods")).crm;
  private final Owners owners = crm.owners();

  @Test
  void assign_today_theCounterIsTold() {
    owners.assign(C1, LIN, date(1), "new region", by(1));

    CounterAnswer answer = crm.purchases().record(sale("1", C1, 2), by(2));
    assertThat(answer.findOwner()).contains(LIN);
    assertThat(answer.toSay()).extracting(Object::toString).contains("looked after by lin");
    assertThat(crm.customers()
            .list(CustomerQuery.all().ownedBy(LIN), Page.first(9))
            .items())
        .extracting(row -> row.customer().id())
        .containsExactly(C1);
  }

  @Test
  void assign_nextMonth_shownFromThatDayOn() {
    owners.assign(C1, LIN, date(1), "new region", by(1));
    owners.assign(C1, WU, date(30), "swap", by(2));

    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isEqualTo(LIN);
    assertThat(owners.bringUpToDate(date(29), by(29))).isEmpty();
    assertThat(owners.bringUpToDate(date(30), by(30))).containsExactly(C1);
    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isEqualTo(WU);
    assertThat(owners.findOwner(C1, date(29))).contains(LIN);
    assertThat(crm.profiles().find(C1, date(30)).orElseThrow().owner()).isEqualTo(LIN);
    assertThat(crm.profiles().find(C1, date(31)).orElseThrow().owner()).isEqualTo(WU);
  }

  @Test
  void assign_unregistered_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> owners.assign(CustomerId.of("C9"), LIN, date(1), "x", by(1)))
        .withMessageContaining("customer C9 is not registered");
  }

  @Test
  void release_today_inThePool() {
    owners.assign(C1, LIN, date(1), "new region", by(1));
    owners.release(C1, date(5), "left the region", by(5));

    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isNull();
    assertThat(owners.findOwner(C1, date(4))).contains(LIN);
    assertThat(owners.findOwner(C1, date(5))).isEmpty();
  }

  @Test
  void loads_portfolios_sumToTheTotal() {
    owners.assign(C1, LIN, date(1), "new region", by(1));
    crm.purchases().record(sale("1", C1, 2), by(2));
    crm.purchases().record(sale("2", C2, 2, "50.00"), by(2));

    Loads loads = owners.loads(date(3));
    assertThat(loads.of(LIN)).isEqualTo(new Load(1, 10_000));
    assertThat(loads.pool()).isEqualTo(new Load(1, 5_000));
    assertThat(loads.total()).isEqualTo(new Load(2, 15_000));
  }

  @Test
  void handOver_everything_nothingLeftWithTheLeaver() {
    owners.assign(C1, LIN, date(1), "new region", by(1));
    owners.assign(C2, LIN, date(1), "new region", by(1));

    var plan =
        owners.plan(HandoverOrder.of(LIN, WU, date(10), "lin leaves", by(10).actor()));
    HandoverOutcome outcome = owners.apply(plan, HandoverId.of("H1"), by(10));

    assertThat(plan.counts()).containsEntry("ownership", 2).containsEntry("standing", 2);
    assertThat(outcome.orThrow().proof())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.toString()).contains("owner"));
    assertThat(owners.handovers().openWork(LIN, date(10))).isEmpty();
    assertThat(owners.findOwner(C1, date(9))).contains(LIN);
    assertThat(owners.findOwner(C1, date(10))).contains(WU);
    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isEqualTo(WU);
  }

  @Test
  void handOver_datedAhead_theCounterIsToldOnTheDay() {
    owners.assign(C1, LIN, date(1), "new region", by(1));

    var plan =
        owners.plan(HandoverOrder.of(LIN, WU, date(30), "lin leaves", by(10).actor()));
    owners.apply(plan, HandoverId.of("H1"), by(10)).orThrow();

    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isEqualTo(LIN);
    owners.bringUpToDate(date(30), by(30));
    assertThat(crm.customers().findStanding(C1).orElseThrow().owner()).isEqualTo(WU);
  }

  @Test
  void pool_neglectedByClass_simulatedFirst() {
    PoolRules rules = PoolRules.none().otherwise(new PoolRule(90, 60, 0));
    owners.assign(C1, LIN, date(0), "new region", by(0));
    owners.assign(C2, LIN, date(0), "new region", by(0));
    crm.purchases().record(sale("1", C1, 40), by(40));
    crm.interactions()
        .add(Interaction.outbound("I-1", C2, ContactChannel.PHONE, at(80), LIN, "how are things"));

    List<AccountFacts> accounts = owners.accounts(date(100), "abc", Map.of());
    List<PoolReturn> wouldMove = rules.simulate(accounts, date(100), date(135));
    assertThat(wouldMove).extracting(PoolReturn::customer).containsExactly(C1);
    assertThat(wouldMove).extracting(PoolReturn::day).containsExactly(date(130));
    assertThat(owners.findOwner(C1, date(131))).contains(LIN);

    assertThat(owners.release(wouldMove, by(130))).isEqualTo(1);
    assertThat(owners.findOwner(C1, date(131))).isEmpty();
    assertThat(owners.findOwner(C2, date(131))).contains(LIN);
  }
}
