package io.headlesscrm.core.name;

/** What a company says in its name to be in law; families of forms of many countries. */
public enum LegalForm {
  /** Limited liability: Ltd., LLC, GmbH, 有限公司. */
  LIMITED,
  /** A company by shares: Inc., PLC, AG, S.A., 股份有限公司, 株式会社. */
  STOCK,
  /** A partnership: LLP, KG, 合伙企业. */
  PARTNERSHIP,
  /** A group or holding: Group, 集团. */
  GROUP,
  /** Says nothing, or no more than "company". */
  NONE
}
