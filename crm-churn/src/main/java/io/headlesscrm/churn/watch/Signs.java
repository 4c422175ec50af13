package io.headlesscrm.churn.watch;

import io.headlesscrm.churn.evaluation.Outcome;
import java.util.List;

/** What is looked at in a period. */
@FunctionalInterface
interface Signs {

  List<Excess> of(Outcome outcome);
}
