package io.headlesscrm.core.customer.quality;

/** A side from which the quality of data is looked at. */
public enum Dimension {
  /** What should be known is known. */
  COMPLETENESS,
  /** It is the true one, as far as the record itself can tell. */
  ACCURACY,
  /** It has the form that such a thing has, and still holds. */
  VALIDITY,
  /** The parts of a record do not contradict each other or other records. */
  CONSISTENCY,
  /** Nothing is there twice. */
  UNIQUENESS,
  /** Somebody made sure of it not long ago. */
  TIMELINESS
}
