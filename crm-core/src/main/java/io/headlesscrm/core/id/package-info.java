/** Typed, opaque identifiers that the host may choose. A leaf: depends on the JDK alone. */
package io.headlesscrm.core.id;
