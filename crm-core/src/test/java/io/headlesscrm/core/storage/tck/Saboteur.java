package io.headlesscrm.core.storage.tck;

import java.util.function.Supplier;

/** An adapter with one defect and the check that finds it. */
record Saboteur(String name, String killer, Supplier<Fault> fault) {}
