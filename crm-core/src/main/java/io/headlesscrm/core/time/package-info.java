/** Windows of observation and units of time: the only place where dates become numbers. Depends on the JDK alone. */
package io.headlesscrm.core.time;
