package io.headlesscrm.core.purchase.csv;

import org.jspecify.annotations.Nullable;

/**
 * A return that names what it takes back.
 *
 * @param position of its first line
 * @param customer whose
 * @param invoice its own number; null when it has none
 * @param reversed the number of what it takes back
 * @param epochDay days since 1970-01-01
 */
record NamedReturn(
    long position, String customer, @Nullable String invoice, String reversed, int epochDay) {}
