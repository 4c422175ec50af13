package io.headlesscrm.core.customer.identity;

/** By what customers were put together before they were compared. */
public enum BlockKind {
  /** A part of the name. */
  NAME(0),
  /** A number that a register or the host gave. */
  NUMBER(1),
  /** A phone number or mail address. */
  CONTACT(2),
  /** Street and house number. */
  STREET(3);

  private static final BlockKind[] ALL = values();
  private static final int KIND_BITS = 2;

  private final long code;

  BlockKind(long code) {
    this.code = code;
  }

  /** A key of this kind in 64 bits: the kind in two, a hash of the text in the rest. */
  long key(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return (code << (Long.SIZE - KIND_BITS)) | (mixed(hash) >>> KIND_BITS);
  }

  /** The kind of a key. */
  static BlockKind of(long key) {
    return ALL[(int) (key >>> (Long.SIZE - KIND_BITS))];
  }

  /** Source: the finaliser of MurmurHash3 by A. Appleby, public domain. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
