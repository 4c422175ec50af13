/** Numeric kernels that the modules of this library share; exported to them alone. Depends on the JDK alone. */
package io.headlesscrm.core.internal.math;
