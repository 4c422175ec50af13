/** Numeric kernels that several strategies share. Not exported; depends on the JDK alone. */
package io.headlesscrm.segmentation.internal;
