package io.headlesscrm.core.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.walk.Draw;
import io.headlesscrm.core.walk.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OwnershipTest {

  private static final CustomerId C = CustomerId.of("C");
  private static final CustomerId D = CustomerId.of("D");
  private static final ActorId LIN = ActorId.of("lin");
  private static final ActorId WU = ActorId.of("wu");
  private static final ActorId BOSS = ActorId.of("boss");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  void with_secondOwner_endsTheFirstAndKeepsIt() {
    Ownership ownership = Ownership.none(C)
        .with(Assignment.of(LIN, MARCH, "won at the fair", BOSS))
        .with(Assignment.of(WU, MAY, "new region", BOSS));

    assertThat(owner(ownership, MARCH.minusDays(1))).isEmpty();
    assertThat(owner(ownership, MARCH)).contains(LIN);
    assertThat(owner(ownership, MAY.minusDays(1))).contains(LIN);
    assertThat(owner(ownership, MAY)).contains(WU);
    assertThat(Ownership.TYPE.assignees().targets(ownership)).containsExactly(WU);
  }

  @Test
  void with_earlierDay_dropsWhatWasPlannedAfterIt() {
    Ownership ownership = Ownership.none(C)
        .with(Assignment.of(LIN, MAY, "", BOSS))
        .with(Assignment.of(WU, MARCH, "", BOSS));

    assertThat(ownership.assignments()).extracting(Assignment::owner).containsExactly(WU);
  }

  @Test
  void released_owned_inThePoolFromThatDay() {
    Ownership ownership =
        Ownership.none(C).with(Assignment.of(LIN, MARCH, "", BOSS)).released(MAY, "neglected");

    assertThat(owner(ownership, MAY.minusDays(1))).contains(LIN);
    assertThat(owner(ownership, MAY)).isEmpty();
    assertThat(ownership.assignments().get(0).endReason()).isEqualTo("neglected");
    assertThat(Ownership.TYPE.assignees().targets(ownership)).isEmpty();
  }

  @Test
  void construct_twoOwnersOnOneDay_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ownership(
            C,
            List.of(
                Assignment.of(LIN, MARCH, "", BOSS).until(MAY),
                Assignment.of(WU, MAY.minusDays(1), "", BOSS))))
        .withMessageContaining("customer C has two owners on 2026-04-30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ownership(
            C, List.of(Assignment.of(LIN, MARCH, "", BOSS), Assignment.of(WU, MAY, "", BOSS))));
  }

  @Test
  void construct_assignmentOfNoDay_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Assignment.of(LIN, MAY, "", BOSS).until(MAY))
        .withMessageContaining("must last from 2026-05-01 for a day at least");
  }

  @Test
  void handedOver_fixedTerm_keepsItsEnd() {
    Ownership ownership = Ownership.none(C)
        .with(Assignment.of(LIN, MARCH, "", BOSS).until(MAY))
        .handedOver(LIN, WU, MARCH.plusDays(9), "on leave", BOSS);

    assertThat(owner(ownership, MARCH.plusDays(8))).contains(LIN);
    assertThat(owner(ownership, MARCH.plusDays(9))).contains(WU);
    assertThat(owner(ownership, MAY)).isEmpty();
  }

  /** The second route: day by day. */
  @Property(tries = 300)
  void mergedWith_anyTwo_theOtherOnlyWhereThisHasNone(@ForAll long seed) {
    Draw draw = new Draw(seed);
    Ownership mine = random(draw, C);
    Ownership other = random(draw, D);

    Ownership both = mine.mergedWith(other);

    for (LocalDate day = LocalDate.of(2025, 12, 1);
        day.isBefore(LocalDate.of(2027, 2, 1));
        day = day.plusDays(1)) {
      assertThat(owner(both, day))
          .isEqualTo(owner(mine, day).isPresent() ? owner(mine, day) : owner(other, day));
    }
  }

  @Property(tries = 300)
  void handedOver_any_onlyThatActorFromThatDayOn(@ForAll long seed) {
    Draw draw = new Draw(seed);
    Ownership before = random(draw, C);
    ActorId from = draw.actor();
    ActorId to = ActorId.of("new");
    LocalDate start = draw.day();

    Ownership after = before.handedOver(from, to, start, "", BOSS);

    for (LocalDate day = LocalDate.of(2025, 12, 1);
        day.isBefore(LocalDate.of(2027, 2, 1));
        day = day.plusDays(1)) {
      LocalDate on = day;
      assertThat(owner(after, day))
          .isEqualTo(owner(before, day)
              .map(owner -> owner.equals(from) && !on.isBefore(start) ? to : owner));
    }
  }

  @Test
  void loads_anyDay_sumToTheTotal() {
    World world = World.empty();
    Ownerships ownerships = Ownerships.in(world.storage());
    world.in(() -> {
      for (String id : List.of("C", "D", "E", "F")) {
        world
            .storage()
            .store(Customer.TYPE)
            .insert(Customer.organisation(CustomerId.of(id), id).build());
      }
    });
    ownerships.assign(C, Assignment.of(LIN, MARCH, "", BOSS).in("south"));
    ownerships.assign(D, Assignment.of(LIN, MARCH, "", BOSS));
    ownerships.assign(CustomerId.of("E"), Assignment.of(WU, MARCH, "", BOSS).in("south"));

    Loads loads = ownerships.loads(MARCH, customer -> customer.equals(C) ? 5 : 1);

    assertThat(loads.of(LIN)).isEqualTo(new Load(2, 6));
    assertThat(loads.of(WU)).isEqualTo(new Load(1, 1));
    assertThat(loads.pool()).isEqualTo(new Load(1, 1));
    assertThat(loads.total()).isEqualTo(new Load(4, 8));
    assertThat(loads.byTerritory()).containsExactly(Map.entry("south", new Load(2, 6)));
    assertThat(loads.withoutTerritory()).isEqualTo(new Load(2, 2));
    assertThat(ownerships.loads(MARCH.minusDays(1), customer -> 1).pool())
        .isEqualTo(new Load(4, 4));
  }

  @Test
  void release_owned_storedAndFound() {
    Ownerships ownerships = Ownerships.in(World.empty().storage());
    assertThat(ownerships.findOwner(C, MARCH)).isEmpty();

    ownerships.assign(C, Assignment.of(LIN, MARCH, "", BOSS));
    assertThat(ownerships.findOwner(C, MAY)).contains(LIN);

    ownerships.release(C, MAY, "neglected");
    assertThat(ownerships.findOwner(C, MAY)).isEmpty();
    assertThat(ownerships.of(C).assignments()).hasSize(1);
  }

  private static Ownership random(Draw draw, CustomerId customer) {
    Ownership ownership = Ownership.none(customer);
    for (int i = 0; i < 5; i++) {
      LocalDate day = draw.day();
      Assignment assignment = Assignment.of(draw.actor(), day, "", BOSS);
      ownership = draw.whole(4) == 0
          ? ownership.released(day, "")
          : ownership.with(draw.chance() ? assignment : assignment.until(day.plusDays(50)));
    }
    return ownership;
  }

  private static Optional<ActorId> owner(Ownership ownership, LocalDate day) {
    return ownership.findOn(day).map(Assignment::owner);
  }
}
