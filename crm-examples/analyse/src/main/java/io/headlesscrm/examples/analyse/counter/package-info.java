/** A day at the counter of a made-up express company, on the storage in memory. */
package io.headlesscrm.examples.analyse.counter;
