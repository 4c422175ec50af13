package io.headlesscrm.core.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ownership.Handover;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.ownership.HandoverPlan;
import io.headlesscrm.core.id.ActorId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Hand-overs over every registered type, with random content. */
class HandoverWalkTest {

  private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

  @Property(tries = 150)
  void handover_anyContent_nothingLeftAndNothingElseChanged(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    ActorId from = draw.actor();
    ActorId to = draw.chance() ? ActorId.of("actor-9") : other(draw, from);
    Handover handover = Handover.over(world.storage(), world.registry());
    HandoverOrder order = HandoverOrder.of(from, to, draw.day(), "secret reason", draw.actor());
    Map<String, String> before = world.content();

    HandoverPlan plan = handover.plan(order);
    assertThat(world.content()).isEqualTo(before);
    plan.apply(HandoverId.of("H"), AT).orThrow();

    assertThat(handover.openWork(from, order.day())).isEmpty();
    Map<String, String> after = world.content("handover");
    assertThat(changed(before, after))
        .isEqualTo(plan.values().stream()
            .map(value -> value.type() + " " + value.id())
            .collect(Collectors.toCollection(TreeSet::new)));
    before.forEach((value, document) -> {
      if (!value.startsWith("ownership ")) {
        assertThat(withoutActors(after.get(value))).isEqualTo(withoutActors(document));
      }
    });
  }

  @Property(tries = 100)
  void giveBack_newSubstitute_everythingAsBeforeButForTheDates(@ForAll long seed) {
    World world = World.of(seed);
    Draw draw = new Draw(~seed);
    ActorId from = draw.actor();
    ActorId substitute = ActorId.of("actor-9");
    Handover handover = Handover.over(world.storage(), world.registry());
    HandoverOrder order = HandoverOrder.of(from, substitute, draw.day(), "leave", draw.actor());
    Map<String, String> before = world.content("ownership");

    handover.plan(order).apply(HandoverId.of("H"), AT).orThrow();
    handover.giveBack(HandoverId.of("H"), order.day().plusDays(7), draw.actor(), AT);

    assertThat(handover.openWork(substitute, order.day().plusDays(7))).isEmpty();
    assertThat(world.content("ownership", "handover")).isEqualTo(before);
  }

  private static ActorId other(Draw draw, ActorId actor) {
    ActorId drawn = draw.actor();
    return drawn.equals(actor) ? ActorId.of("actor-8") : drawn;
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.removeIf(value -> before.get(value).equals(after.get(value)));
    return changed;
  }

  /** Where actors stand in lists, commas and blanks go with them. */
  private static String withoutActors(String document) {
    return document.replaceAll("\"actor-\\d\"", "").replaceAll("[\\s,]", "");
  }
}
